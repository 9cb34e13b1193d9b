#pragma once

#include <algorithm>
#include <cstddef>
#include <ctnn/host/detail/joined.hpp>
#include <ctnn/host/detail/shown.hpp>
#include <ctnn/host/detail/vnnlib_tokens.hpp>
#include <ctnn/host/detail/vnnlib_variable.hpp>
#include <ctnn/host/file_problem.hpp>
#include <optional>
#include <string_view>
#include <vector>

namespace ctnn::host::detail {

// The commands of a property: what they declare, and where the formulas are that they assert.
class vnnlib_commands {
public:
    std::vector<bool> declared[2]{}; // X, Y
    std::vector<vnnlib_tokens::place> asserts{};
    std::size_t last_line = 0;

    explicit vnnlib_commands(vnnlib_tokens& tokens) : tokens_(tokens) {}

    void read() {
        while (tokens_.now().kind != vnnlib_token::kinds::end) {
            last_line = tokens_.now().line;
            obey();
        }
        for (int kind = 0; kind < 2; ++kind)
            if (auto const limit = vnnlib_variable::most; beyond_[kind] >= limit)
                tokens_.fail(beyond_line_, joined(with_commas(beyond_[kind] + 1),
                                                  kind == 0 ? " inputs" : " outputs", ", at most ",
                                                  with_commas(limit)));
    }
    // The first variable that is not there.
    file_problem undeclared() const {
        for (int kind = 0; kind < 2; ++kind) {
            auto const& all = declared[kind];
            auto const first = std::find(all.begin(), all.end(), false);
            if (all.empty() || first != all.end())
                return {0,
                        joined(kind == 0 ? "X_" : "Y_",
                               static_cast<std::size_t>(first - all.begin()), " is not declared")};
        }
        return {};
    }

private:
    vnnlib_tokens& tokens_;
    bool is_asked_ = false;
    std::size_t beyond_[2]{}, beyond_line_ = 0; // the largest index, and the first line with one

    void obey() {
        auto const open = tokens_.take();
        auto const head = tokens_.now();
        if (!open.is_open())
            return fail_name(open.line, open.text);
        if (head.is_open()) { // (in parentheses of their own)
            while (tokens_.has_more())
                obey();
        } else if (head.is_close()) {
            return fail_name(open.line, "()");
        } else {
            tokens_.take();
            obey(open.line, head.text);
        }
        if (!tokens_.problem)
            tokens_.take();
    }
    void fail_name(std::size_t line, std::string_view name) {
        tokens_.fail(line, joined(shown(name), " is no command of a property: that is made of "
                                               "declare-const, declare-fun and assert"));
    }
    // All but the parenthesis that closes it.
    void obey(std::size_t line, std::string_view head) {
        if (head == "declare-const" || head == "declare-fun")
            return declare(line, head);
        if (head == "assert")
            return assert_formula(line);
        if (head == "check-sat" || head == "exit")
            is_asked_ = true;
        else if (head != "set-logic" && head != "set-info" && head != "set-option" &&
                 head != "get-model" && head != "get-value" && head != "get-info" &&
                 head != "get-option" && head != "echo")
            return fail_name(line, head);
        tokens_.skip_rest();
    }
    void assert_formula(std::size_t line) {
        if (is_asked_)
            return tokens_.fail(line, "this comes after the question, (check-sat) or (exit)");
        auto const place = tokens_.here();
        if (auto const count = tokens_.skip_rest(); count != 1 && !tokens_.problem)
            tokens_.fail(line, joined("'assert' needs one formula, and ", count, " are there"));
        asserts.push_back(place);
    }
    // (declare-const X_0 Real), (declare-fun X_0 () Real)
    void declare(std::size_t line, std::string_view head) {
        bool is_form = tokens_.now().is_atom();
        auto const name = tokens_.now().text;
        if (is_form)
            tokens_.take();
        if (head == "declare-fun" && is_form) {
            is_form = tokens_.now().is_open();
            if (is_form)
                tokens_.take();
            is_form = is_form && tokens_.now().is_close();
            if (is_form)
                tokens_.take();
        }
        is_form = is_form && tokens_.now().is_atom("Real");
        if (is_form)
            tokens_.take();
        if (tokens_.problem)
            return;
        auto const found =
            is_form && tokens_.now().is_close() ? vnnlib_variable::named(name) : std::nullopt;
        if (!found)
            return tokens_.fail(line, joined("a declaration is (declare-const X_0 Real)",
                                             " or (declare-fun X_0 () Real), or of Y_0 and so on"));
        int const kind = found->is_output ? 1 : 0;
        if (found->index >= vnnlib_variable::most) {
            beyond_line_ = beyond_line_ == 0 ? line : beyond_line_;
            beyond_[kind] = (std::max)(beyond_[kind], found->index);
            return;
        }
        auto& indices = declared[kind];
        if (indices.size() <= found->index)
            indices.resize(found->index + 1);
        if (indices[found->index])
            tokens_.fail(line, joined(name, " is declared twice"));
        indices[found->index] = true;
    }
};

} // namespace ctnn::host::detail
