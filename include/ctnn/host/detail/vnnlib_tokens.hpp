#pragma once

#include <array>
#include <cstddef>
#include <ctnn/host/detail/joined.hpp>
#include <ctnn/host/detail/plain_text.hpp>
#include <ctnn/host/detail/shown.hpp>
#include <ctnn/host/file_problem.hpp>
#include <string>
#include <string_view>

namespace ctnn::host::detail {

// What a VNN-LIB text is made of: a parenthesis or an atom, which is a word, |a name| or "a text".
struct vnnlib_token {
    enum class kinds { end, open, close, atom };

    kinds kind = kinds::end;
    std::string_view text{};
    std::size_t line = 0;

    bool is_open() const { return kind == kinds::open; }
    bool is_close() const { return kind == kinds::close; }
    bool is_atom() const { return kind == kinds::atom; }
    bool is_atom(std::string_view word) const { return is_atom() && text == word; }
};

// Walks over the tokens of a text, which must outlive it, one at a time and without a copy. Comments go from ; to the
// end of a line. After a problem there is nothing but the end.
class vnnlib_tokens {
public:
    explicit vnnlib_tokens(std::string_view text) : text_(text) {
        for (char const c : std::string_view(" \t\r\n\v\f();|\""))
            ends_atom_[static_cast<unsigned char>(c)] = true;
        take();
    }

    file_problem problem{};
    std::size_t steps = 0; // how many were taken

    vnnlib_token const& now() const { return now_; }
    // Whether there is another one in this list.
    bool has_more() const { return now_.is_open() || now_.is_atom(); }
    vnnlib_token take() {
        vnnlib_token const taken = now_;
        ++steps;
        read();
        return taken;
    }
    // Where the token now is, to come back to.
    struct place {
        std::size_t offset = 0, line = 0;
    };
    place here() const {
        return {static_cast<std::size_t>(now_.text.data() - text_.data()), now_.line};
    }
    void go_to(place const& there) {
        at_ = there.offset, line_ = there.line;
        depth_ = 1, opened_[0] = there.line; // (what is at a place is in a list)
        read();
    }
    // Over an atom, or over a parenthesis and all up to the one that closes it.
    void skip() {
        std::size_t open = 0;
        do {
            if (now_.is_open())
                ++open;
            else if (now_.is_close())
                --open;
            take();
        } while (open > 0 && now_.kind != vnnlib_token::kinds::end);
    }
    // Over all that is left in the list; counts it.
    std::size_t skip_rest() {
        std::size_t count = 0;
        for (; has_more(); ++count)
            skip();
        return count;
    }
    void fail(std::size_t line, std::string const& reason) {
        if (!problem)
            problem = {line, reason};
        now_ = {vnnlib_token::kinds::end, {}, line};
        at_ = text_.size(), depth_ = 0;
    }

private:
    static constexpr std::size_t deepest = 100;

    std::string_view text_;
    std::size_t at_ = 0, line_ = 1, depth_ = 0;
    std::array<std::size_t, deepest> opened_{}; // lines
    std::array<bool, 256> ends_atom_{};
    vnnlib_token now_{};

    void skip_blanks() {
        while (at_ < text_.size()) {
            char const c = text_[at_];
            if (c == '\n' || c == '\r') {
                at_ += line_break_at(text_, at_);
                ++line_;
            } else if (c == ';') {
                std::size_t const end = text_.find_first_of("\r\n", at_);
                at_ = end == text_.npos ? text_.size() : end;
            } else if (c == ' ' || c == '\t' || c == '\v' || c == '\f') {
                ++at_;
            } else {
                return;
            }
        }
    }
    void read() {
        skip_blanks();
        now_ = {vnnlib_token::kinds::end, {}, line_};
        if (at_ == text_.size()) {
            if (depth_ > 0)
                fail(opened_[depth_ - 1], "a parenthesis is not closed");
            return;
        }
        char const c = text_[at_];
        std::size_t const begin = at_;
        if (c == '(') {
            if (depth_ == deepest)
                return fail(line_, joined("parentheses are nested deeper than ", deepest));
            opened_[depth_++] = line_;
            now_.kind = vnnlib_token::kinds::open;
            ++at_;
        } else if (c == ')') {
            if (depth_ == 0)
                return fail(line_, "a parenthesis is closed that was not opened");
            --depth_;
            now_.kind = vnnlib_token::kinds::close;
            ++at_;
        } else if (c == '|' || c == '"') {
            std::size_t const end = text_.find(c, at_ + 1);
            if (end == text_.npos)
                return fail(line_, joined("a quote ", text_.substr(at_, 1), " is not closed"));
            while (at_ <= end)
                if (std::size_t const size = line_break_at(text_, at_))
                    at_ += size, ++line_;
                else
                    ++at_;
            now_.kind = vnnlib_token::kinds::atom;
        } else {
            while (at_ < text_.size() && !ends_atom_[static_cast<unsigned char>(text_[at_])])
                ++at_;
            now_.kind = vnnlib_token::kinds::atom;
        }
        now_.text = text_.substr(begin, at_ - begin);
    }
};

} // namespace ctnn::host::detail
