#pragma once

#include <cstddef>
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
};

// Reads expressions out of text, which must outlive them; comments go from ; to the end of a line.
class expression_reader {
public:
    explicit expression_reader(std::string_view text) : text_(text) {}

    file_problem problem{};

    // False at the end, or with a problem.
    bool next(expression& to) {
        skip();
        return at_ < text_.size() && read(to, 0);
    }

private:
    std::string_view text_;
    std::size_t at_ = 0, line_ = 1;

    void skip() {
        for (bool comment = false; at_ < text_.size(); ++at_) {
            char const c = text_[at_];
            if (c == '\n')
                ++line_, comment = false;
            else if (c == ';')
                comment = true;
            else if (!comment && c != ' ' && c != '\t' && c != '\r')
                return;
        }
    }
    bool fail(std::string const& reason) {
        problem = {line_, reason};
        return false;
    }
    bool read(expression& to, std::size_t depth) {
        to.line = line_;
        if (text_[at_] == ')')
            return fail("a parenthesis is closed that was not opened");
        if (text_[at_] != '(') {
            std::size_t const end = text_.find_first_of(" \t\r\n();", at_);
            to.atom = text_.substr(at_, end == text_.npos ? end : end - at_);
            at_ += to.atom.size();
            return true;
        }
        if (depth == 100)
            return fail("parentheses are nested deeper than 100");
        ++at_;
        for (skip(); at_ < text_.size() && text_[at_] != ')'; skip())
            if (to.list.emplace_back(); !read(to.list.back(), depth + 1))
                return false;
        if (at_ >= text_.size()) {
            problem = {to.line, "a parenthesis is not closed"};
            return false;
        }
        ++at_;
        return true;
    }
};

} // namespace ctnn::host::detail
