#pragma once

#include <cstddef>
#include <cstdint>
#include <ctnn/host/detail/joined.hpp>
#include <ctnn/host/detail/rational.hpp>
#include <ctnn/host/detail/read_number.hpp>
#include <ctnn/host/detail/shown.hpp>
#include <ctnn/host/detail/vnnlib_linear.hpp>
#include <ctnn/host/detail/vnnlib_tokens.hpp>
#include <ctnn/host/detail/vnnlib_variable.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ctnn::host::detail {

// Reads terms of the variables that are declared out of tokens; stops at the first problem, which the tokens have.
class vnnlib_terms {
public:
    std::vector<bool> declared[2]{}; // X, Y

    std::size_t inputs() const { return declared[0].size(); }
    std::size_t outputs() const { return declared[1].size(); }

    // What is compared: mostly a variable or a number alone, of which no function is made.
    struct operand {
        std::string_view number{};
        std::optional<vnnlib_variable> variable{};
        vnnlib_linear linear{};
    };
    operand next_operand(vnnlib_tokens& tokens) const {
        operand result;
        if (!tokens.now().is_atom()) {
            result.linear = term(tokens);
            return result;
        }
        auto const one = tokens.take();
        result.variable = declared_variable(tokens, one);
        if (!result.variable && !tokens.problem)
            result.number = one.text;
        return result;
    }
    vnnlib_linear linear_of(vnnlib_tokens& tokens, std::size_t line, operand const& one) const {
        vnnlib_linear result = one.linear;
        if (one.variable)
            result.coefficients[index_of(*one.variable)] = rational(1);
        else if (!one.number.empty())
            if (auto const kind = read_number(one.number, result.constant);
                kind != number_kind::number)
                fail_number(tokens, line, one.number, kind);
        return result;
    }
    void fail_number(vnnlib_tokens& tokens, std::size_t line, std::string_view text,
                     number_kind kind) const {
        tokens.fail(line, kind == number_kind::no_number
                              ? joined(shown(text), " is neither a number nor a declared variable")
                              : number_problem(text, kind));
    }

private:
    std::size_t index_of(vnnlib_variable const& variable) const {
        return variable.index + (variable.is_output ? inputs() : 0);
    }
    std::optional<vnnlib_variable> declared_variable(vnnlib_tokens& tokens,
                                                     vnnlib_token const& one) const {
        auto const found = vnnlib_variable::named(one.text);
        if (found && found->index >= declared[found->is_output ? 1 : 0].size()) {
            tokens.fail(one.line, joined(one.text, " is not declared"));
            return {};
        }
        return found;
    }

    vnnlib_linear term(vnnlib_tokens& tokens) const {
        if (tokens.now().is_atom()) {
            auto const line = tokens.now().line;
            return linear_of(tokens, line, next_operand(tokens));
        }
        vnnlib_linear result;
        auto const open = tokens.take();
        if (!open.is_open()) { // (the end of the list, or of the text)
            tokens.fail(open.line, "a term is missing");
            return result;
        }
        auto const head = tokens.now();
        if (head.is_open()) { // parentheses around a list
            result = term(tokens);
            if (tokens.skip_rest() > 0)
                tokens.fail(open.line, "'((' is none of +, -, * and /");
            tokens.take();
            return result;
        }
        bool const adds = head.is_atom("+") || head.is_atom("-"),
                   multiplies = head.is_atom("*") || head.is_atom("/");
        if (!adds && !multiplies) {
            tokens.fail(open.line, joined(head.is_atom() ? shown(head.text) : "'()'",
                                          " is none of +, -, * and /"));
            return result;
        }
        tokens.take();
        std::size_t const count = adds ? sum(tokens, open.line, head.text == "-", result)
                                       : product(tokens, open.line, head.text == "/", result);
        if (count < (adds ? 1u : 2u))
            tokens.fail(open.line,
                        joined(shown(head.text), " needs ", adds ? "a term" : "two terms"));
        tokens.take();
        return result;
    }
    std::size_t sum(vnnlib_tokens& tokens, std::size_t line, bool subtracts,
                    vnnlib_linear& to) const {
        std::size_t count = 0;
        for (; tokens.has_more(); ++count) {
            auto next = term(tokens);
            if (count == 0) {
                to = std::move(next);
                continue;
            }
            if (subtracts)
                next.multiply(-rational(1));
            tokens.steps += next.coefficients.size();
            if (!to.add(std::move(next)))
                tokens.fail(line, "the numbers of this term are too long");
        }
        if (subtracts && count == 1)
            to.multiply(-rational(1));
        return count;
    }

    // Numbers are multiplied with one another first: a function may have thousands of coefficients.
    std::size_t product(vnnlib_tokens& tokens, std::size_t line, bool divides,
                        vnnlib_linear& to) const {
        rational factor(1);
        std::size_t count = 0;
        for (; tokens.has_more(); ++count) {
            auto next = term(tokens);
            if (count == 0 || (!divides && to.is_number() && !next.is_number())) {
                if (count > 0)
                    factor = factor * to.constant;
                to = std::move(next);
            } else if (!next.is_number()) {
                tokens.fail(line, "this is not linear");
            } else if (divides && next.constant.is_zero()) {
                tokens.fail(line, "this divides by 0");
            } else if (divides) {
                factor = factor / next.constant;
            } else {
                factor = factor * next.constant;
            }
            if (factor.is_too_long())
                tokens.fail(line, "the numbers of this term are too long");
        }
        if (factor.is_zero())
            to = {};
        else
            to.multiply(factor);
        tokens.steps += to.coefficients.size();
        if (to.is_too_long())
            tokens.fail(line, "the numbers of this term are too long");
        return count;
    }
};

} // namespace ctnn::host::detail
