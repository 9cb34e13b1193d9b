#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <ctnn/host/detail/enclosure.hpp>
#include <ctnn/host/detail/joined.hpp>
#include <ctnn/host/detail/plain_text.hpp>
#include <ctnn/host/detail/rational.hpp>
#include <ctnn/host/detail/vnnlib_terms.hpp>
#include <ctnn/host/detail/vnnlib_tokens.hpp>
#include <ctnn/host/file_problem.hpp>
#include <ctnn/host/vnnlib_case.hpp>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ctnn::host::detail {

class vnnlib_reader {
public:
    file_problem problem{};
    std::vector<vnnlib_case> cases{};

    std::size_t inputs() const { return terms_.inputs(); }
    std::size_t outputs() const { return terms_.outputs(); }

    void read(std::string_view all) {
        plain_text const plain(all);
        if (plain.problem) {
            problem = plain.problem;
            return;
        }
        expression_reader reader(plain.text);
        for (expression command; !terms_.problem && reader.next(command); command = {}) {
            last_line_ = command.line;
            obey(command);
        }
        if (!terms_.problem)
            terms_.problem = reader.problem;
        for (int kind = 0; kind < 2; ++kind)
            check_declared(kind);
        case_list found{{}};
        for (auto const& one : asserts_)
            found = both(one, std::move(found), cases_of(one));
        for (auto& one : found)
            finish(std::move(one));
        if (!terms_.problem && cases.empty())
            terms_.problem = {last_line_,
                              has_bounds_apart_
                                  ? "no case has an input: a lower bound is above an upper one"
                                  : "no case has an input: a comparison of numbers is false"};
        problem = terms_.problem;
        if (problem)
            cases.clear();
    }

private:
    using number = std::shared_ptr<rational const>;
    // Inputs between bounds, as far as there are any, whose outputs satisfy all constraints.
    struct conjunction {
        std::map<std::size_t, number> lower{}, upper{};
        std::vector<vnnlib_constraint> constraints{};
    };
    using case_list = std::vector<conjunction>;
    static constexpr std::size_t most_cases = 10'000;

    vnnlib_terms terms_{};
    std::vector<expression> asserts_{};
    std::size_t last_line_ = 0;
    bool is_asked_ = false, has_bounds_apart_ = false;

    void fail(expression const& at, std::string const& reason) { terms_.fail(at, reason); }

    void obey(expression const& command) {
        auto const head = command.head();
        if (head.empty() && !command.list.empty()) { // (in parentheses of their own)
            for (auto const& one : command.list)
                obey(one);
        } else if (head == "declare-const" || head == "declare-fun") {
            declare(command);
        } else if (head == "assert") {
            if (is_asked_)
                fail(command, "this comes behind the question, (check-sat) or (exit)");
            else if (command.arguments() != 1)
                fail(command,
                     joined("'assert' needs one formula, and ", command.arguments(), " are there"));
            else
                asserts_.push_back(command.list[1]);
        } else if (head == "check-sat" || head == "exit") {
            is_asked_ = true;
        } else if (head != "set-logic" && head != "set-info" && head != "set-option" &&
                   head != "get-model" && head != "get-value" && head != "get-info" &&
                   head != "get-option" && head != "echo") {
            fail(command, joined(command.name(), " is no command of a property: that is made of "
                                                 "declare-const, declare-fun and assert"));
        }
    }

    // (declare-const X_0 Real), (declare-fun X_0 () Real)
    void declare(expression const& command) {
        auto const& list = command.list;
        bool const is_constant =
            command.head() == "declare-const"
                ? list.size() == 3
                : list.size() == 4 && list[2].is_list() && list[2].list.empty();
        auto const found = is_constant ? vnnlib_variable::named(list[1].atom) : std::nullopt;
        if (!found || list.back().atom != "Real")
            return fail(command, joined("a declaration is (declare-const X_0 Real)",
                                        " or (declare-fun X_0 () Real), or of Y_0 and so on"));
        if (found->index >= vnnlib_variable::most)
            return fail(command, joined(list[1].atom, " is beyond ", list[1].atom.substr(0, 2),
                                        vnnlib_variable::most - 1));
        auto& declared = terms_.declared[found->is_output ? 1 : 0];
        if (declared.size() <= found->index)
            declared.resize(found->index + 1);
        if (declared[found->index])
            fail(command, joined(list[1].atom, " is declared twice"));
        declared[found->index] = true;
    }

    void check_declared(int kind) {
        auto const& declared = terms_.declared[kind];
        std::size_t first = 0;
        while (first < declared.size() && declared[first])
            ++first;
        if (!terms_.problem && (declared.empty() || first < declared.size()))
            terms_.problem = {0, joined(kind == 0 ? "X_" : "Y_", first, " is not declared")};
    }

    case_list cases_of(expression const& wrapped) {
        if (terms_.problem)
            return {};
        expression const& of = wrapped.bare();
        auto const head = of.head();
        if (head == "and" || head == "or") {
            if (of.arguments() == 0)
                fail(of, joined(of.name(), " has nothing in it"));
            case_list all = head == "and" ? case_list{{}} : case_list{};
            for (std::size_t i = 1; i < of.list.size() && !terms_.problem; ++i) {
                case_list part = cases_of(of.list[i]);
                if (head == "and")
                    all = both(of, std::move(all), part);
                else
                    all.insert(all.end(), part.begin(), part.end());
                check_count(of, all.size());
            }
            return all;
        }
        if (head == "<=" || head == ">=") {
            if (of.arguments() < 2)
                fail(of, joined(of.name(), " needs two terms"));
            case_list all{{}};
            for (std::size_t i = 1; i + 1 < of.list.size() && !terms_.problem; ++i) {
                vnnlib_linear at_most_0 = terms_.term(of.list[head == "<=" ? i : i + 1]);
                vnnlib_linear greater = terms_.term(of.list[head == "<=" ? i + 1 : i]);
                greater.multiply(-rational(1));
                at_most_0.add(greater);
                all = both(of, std::move(all), comparison(of, at_most_0));
            }
            return all;
        }
        if (of.atom == "true")
            return {{}};
        if (of.atom != "false")
            fail(of, joined(of.name(), " is none of and, or, <= and >="));
        return {};
    }

    void check_count(expression const& at, std::size_t count) {
        if (count > most_cases)
            fail(at, joined("this makes more than ", most_cases, " cases"));
    }

    // What is in a case of each list.
    case_list both(expression const& at, case_list left, case_list const& right) {
        check_count(at, left.size() * right.size());
        if (terms_.problem || right.empty())
            return {};
        case_list all;
        if (right.size() == 1) {
            all = std::move(left);
            for (auto& one : all)
                narrow(one, right.front());
            return all;
        }
        for (auto const& one : left)
            for (auto const& other : right) {
                all.push_back(one);
                narrow(all.back(), other);
            }
        return all;
    }

    static void narrow(conjunction& one, conjunction const& other) {
        for (auto const& [input, bound] : other.lower)
            if (auto& to = one.lower[input]; !to || *to < *bound)
                to = bound;
        for (auto const& [input, bound] : other.upper)
            if (auto& to = one.upper[input]; !to || *bound < *to)
                to = bound;
        one.constraints.insert(one.constraints.end(), other.constraints.begin(),
                               other.constraints.end());
    }

    // A comparison of numbers is no constraint if it is true, and no case if it is false.
    case_list comparison(expression const& of, vnnlib_linear const& at_most_0) {
        if (terms_.problem)
            return {};
        conjunction one;
        auto const& coefficients = at_most_0.coefficients;
        bool const is_of_outputs = !coefficients.empty() && coefficients.begin()->first >= inputs();
        if (coefficients.empty()) {
            if (at_most_0.constant.sign() > 0)
                return {};
        } else if (is_of_outputs) {
            one.constraints.push_back(on_outputs(of, at_most_0));
        } else if (coefficients.size() == 1) {
            auto const& [input, c] = *coefficients.begin();
            rational bound = -at_most_0.constant / c;
            if (!bound.enclosed().is_finite())
                fail(of, joined("the bound of X_", input, " is too large for a double"));
            (c.sign() > 0 ? one.upper : one.lower)[input] =
                std::make_shared<rational const>(std::move(bound));
        } else {
            fail(of, "this is neither a bound of one input nor a constraint on outputs");
        }
        return {std::move(one)};
    }

    // A single coefficient becomes 1 or -1; others stay if they are doubles, or are multiplied until they are integers.
    vnnlib_constraint on_outputs(expression const& of, vnnlib_linear at_most_0) {
        auto const is_double = [](auto const& c) { return c.second.enclosed().is_exact(); };
        auto& all = at_most_0.coefficients;
        auto const are_doubles = [&] {
            bool are = true;
            for (auto const& c : all)
                are = are && is_double(c);
            return are;
        };
        if (all.size() == 1) {
            rational const c = all.begin()->second;
            at_most_0.multiply(rational(1) / (c.sign() < 0 ? -c : c));
            all.begin()->second = c.sign() < 0 ? -rational(1) : rational(1);
        } else if (!are_doubles()) {
            at_most_0.multiply(common_denominator(all));
            if (!are_doubles())
                fail(of, "a coefficient is not exact in binary: multiply both sides");
        }
        vnnlib_constraint constraint;
        constraint.coefficients.resize(outputs());
        for (auto const& [variable, c] : all)
            constraint.coefficients[variable - inputs()] = c.enclosed().low;
        constraint.constant = at_most_0.constant.enclosed();
        if (!constraint.constant.is_finite())
            fail(of, "the constant of this is too large for a double");
        return constraint;
    }

    static rational common_denominator(std::map<std::size_t, rational> const& numbers) {
        std::int64_t exponent = 0;
        for (auto const& [variable, c] : numbers)
            exponent = (std::max)(exponent, -c.exponent());
        rational all = rational::power_of_10(exponent);
        for (auto const& [variable, c] : numbers)
            if (!(c * all).enclosed().is_exact())
                all = all * c.denominator();
        return all;
    }

    // A box without inputs has no counterexamples.
    void finish(conjunction one) {
        if (terms_.problem)
            return;
        vnnlib_case made;
        for (std::size_t i = 0; i < inputs(); ++i) {
            auto const low = one.lower.find(i), high = one.upper.find(i);
            bool const has_low = low != one.lower.end(), has_high = high != one.upper.end();
            if (!has_low || !has_high) {
                terms_.problem = {last_line_,
                                  joined("X_", i, " has no ", has_low ? "upper" : "lower",
                                         " bound in some case")};
                return;
            }
            if (*high->second < *low->second) {
                has_bounds_apart_ = true;
                return;
            }
            made.lower.push_back(low->second->enclosed());
            made.upper.push_back(high->second->enclosed());
        }
        if (one.constraints.empty())
            terms_.problem = {last_line_, "some case has no constraint on outputs"};
        else if (one.constraints.size() > 64)
            terms_.problem = {last_line_, "some case has more than 64 constraints on outputs"};
        else if (!cases.empty() && cases.back().lower == made.lower &&
                 cases.back().upper == made.upper)
            cases.back().rows.push_back(std::move(one.constraints));
        else {
            made.rows.push_back(std::move(one.constraints));
            cases.push_back(std::move(made));
        }
    }
};

} // namespace ctnn::host::detail
