#pragma once

#include <cstddef>
#include <ctnn/host/detail/joined.hpp>
#include <ctnn/host/detail/plain_text.hpp>
#include <ctnn/host/detail/shown.hpp>
#include <ctnn/host/file_problem.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace ctnn::host::detail {

// What a VNN-LIB text is made of: an atom, or a list of such in parentheses.
struct expression {
    std::size_t line = 0;
    std::string_view atom{}; // empty in a list
    std::vector<expression> list{};

    bool is_list() const { return atom.empty(); }
    std::string_view head() const { return list.empty() ? std::string_view{} : list.front().atom; }
    std::size_t arguments() const { return list.empty() ? 0 : list.size() - 1; }

    // The same without parentheses around a list.
    expression const& bare() const {
        expression const* one = this;
        while (one->list.size() == 1 && one->list.front().is_list())
            one = &one->list.front();
        return *one;
    }
    // What a message calls it.
    std::string name() const {
        return !is_list()               ? shown(atom)
               : list.empty()           ? "'()'"
               : list.front().is_list() ? "'(('"
                                        : shown(head());
    }
};

// Reads expressions out of text, which must outlive them; comments go from ; to the end of a line.
class expression_reader {
public:
    explicit expression_reader(std::string_view text) : text_(text) {}

    file_problem problem{};

    std::size_t line() const { return line_; }
    // False at the end, or with a problem.
    bool next(expression& to) {
        skip();
        return at_ < text_.size() && read(to, 0);
    }

private:
    static constexpr std::size_t deepest = 100;
    static constexpr char const* ends_of_atoms = " \t\r\n\v\f();|\"";

    std::string_view text_;
    std::size_t at_ = 0, line_ = 1;

    void skip() {
        for (bool comment = false; at_ < text_.size();) {
            char const c = text_[at_];
            if (std::size_t const size = line_break_at(text_, at_)) {
                at_ += size;
                ++line_, comment = false;
                continue;
            }
            if (c == ';')
                comment = true;
            else if (!comment && c != ' ' && c != '\t' && c != '\v' && c != '\f')
                return;
            ++at_;
        }
    }
    bool fail(std::size_t line, std::string const& reason) {
        problem = {line, reason};
        return false;
    }
    bool read(expression& to, std::size_t depth) {
        to.line = line_;
        char const c = text_[at_];
        if (c == ')')
            return fail(line_, "a parenthesis is closed that was not opened");
        if (c == '|' || c == '"')
            return read_quoted(to);
        if (c != '(') {
            std::size_t const end = text_.find_first_of(ends_of_atoms, at_);
            to.atom = text_.substr(at_, end == text_.npos ? end : end - at_);
            at_ += to.atom.size();
            return true;
        }
        if (depth == deepest)
            return fail(line_, joined("parentheses are nested deeper than ", deepest));
        ++at_;
        for (skip(); at_ < text_.size() && text_[at_] != ')'; skip())
            if (to.list.emplace_back(); !read(to.list.back(), depth + 1))
                return false;
        if (at_ >= text_.size())
            return fail(to.line, "a parenthesis is not closed");
        ++at_;
        return true;
    }
    // |a name| or "a text", of any characters.
    bool read_quoted(expression& to) {
        std::size_t const end = text_.find(text_[at_], at_ + 1);
        if (end == text_.npos)
            return fail(line_, joined("a quote ", text_.substr(at_, 1), " is not closed"));
        to.atom = text_.substr(at_, end + 1 - at_);
        while (at_ <= end)
            if (std::size_t const size = line_break_at(text_, at_))
                at_ += size, ++line_;
            else
                ++at_;
        return true;
    }
};

} // namespace ctnn::host::detail
