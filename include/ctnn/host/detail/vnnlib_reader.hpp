#pragma once

#include <cmath>
#include <cstddef>
#include <ctnn/host/detail/enclosure.hpp>
#include <ctnn/host/detail/hex_numbers.hpp>
#include <ctnn/host/detail/joined.hpp>
#include <ctnn/host/detail/vnnlib_tokens.hpp>
#include <ctnn/host/file_problem.hpp>
#include <ctnn/host/vnnlib_case.hpp>
#include <limits>
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

    std::size_t inputs() const { return declared_[0].size(); }
    std::size_t outputs() const { return declared_[1].size(); }

    void read(std::string_view text) {
        expression_reader reader(text);
        std::vector<expression> asserts;
        std::size_t last_line = 1;
        for (expression command; reader.next(command); command = {}) {
            last_line = command.line;
            if (command.head() == "declare-const")
                declare(command);
            else if (command.head() == "assert" && command.list.size() == 2)
                asserts.push_back(std::move(command.list[1]));
            else
                fail(command, "this is neither (declare-const NAME Real) nor (assert ...)");
        }
        if (!problem && reader.problem)
            problem = reader.problem;
        for (int kind = 0; kind < 2 && !problem; ++kind)
            check_declared(kind);
        case_list all{empty_case()};
        for (auto const& one : asserts)
            all = both(one, std::move(all), cases_of(one));
        for (auto& one : all)
            finish(std::move(one), last_line);
        if (!problem && cases.empty())
            problem = {last_line, "no case has an input: a lower bound is above an upper one"};
        if (problem)
            cases.clear();
    }

private:
    // Inputs between bounds whose outputs satisfy all constraints.
    struct conjunction {
        std::vector<enclosure> lower{}, upper{};
        std::vector<vnnlib_constraint> constraints{};
    };
    using case_list = std::vector<conjunction>;
    static constexpr std::size_t most_cases = 10'000;

    // A linear function of all variables, first the inputs.
    struct linear {
        std::vector<enclosure> coefficients{};
        enclosure constant{};
    };

    std::vector<bool> declared_[2]{}; // X, Y

    void fail(expression const& at, std::string const& reason) {
        if (!problem)
            problem = {at.line, reason};
    }

    // 0 for X_index, 1 for Y_index.
    static std::optional<std::pair<std::size_t, std::size_t>> variable(std::string_view name) {
        std::size_t index = 0;
        if (name.size() < 3 || (name[0] != 'X' && name[0] != 'Y') || name[1] != '_' ||
            !read_integer(name.substr(2), index) || index >= 100'000)
            return {};
        return std::pair{name[0] == 'X' ? std::size_t{0} : std::size_t{1}, index};
    }

    void declare(expression const& command) {
        auto const found = command.list.size() == 3 ? variable(command.list[1].atom) : std::nullopt;
        if (!found || command.list[2].atom != "Real")
            return fail(command, "a declaration is (declare-const X_0 Real), or of Y_0 and so on");
        auto& declared = declared_[found->first];
        if (declared.size() <= found->second)
            declared.resize(found->second + 1);
        if (declared[found->second])
            fail(command, joined(command.list[1].atom, " is declared twice"));
        declared[found->second] = true;
    }

    void check_declared(int kind) {
        std::string const name = kind == 0 ? "X_" : "Y_";
        if (declared_[kind].empty())
            problem = {0, joined(name, "0 is not declared")};
        for (std::size_t i = 0; i < declared_[kind].size() && !problem; ++i)
            if (!declared_[kind][i])
                problem = {0, joined(name, i, " is not declared")};
    }

    conjunction empty_case() const {
        constexpr double infinity = std::numeric_limits<double>::infinity();
        return {std::vector<enclosure>(inputs(), {-infinity, -infinity}),
                std::vector<enclosure>(inputs(), {infinity, infinity}),
                {}};
    }

    case_list cases_of(expression const& of) {
        if (problem)
            return {};
        bool const is_and = of.head() == "and", is_or = of.head() == "or";
        if ((is_and || is_or) && of.list.size() > 1) {
            case_list all = is_and ? case_list{empty_case()} : case_list{};
            for (std::size_t i = 1; i < of.list.size(); ++i) {
                case_list part = cases_of(of.list[i]);
                if (is_and)
                    all = both(of, std::move(all), part);
                else
                    all.insert(all.end(), part.begin(), part.end());
                if (all.size() > most_cases)
                    fail(of, joined("this makes more than ", most_cases, " cases"));
            }
            return all;
        }
        if ((of.head() == "<=" || of.head() == ">=") && of.list.size() == 3)
            return {comparison(of)};
        fail(of, "this is none of (and ...), (or ...), (<= a b) and (>= a b)");
        return {};
    }

    // What is in a case of each list.
    case_list both(expression const& at, case_list left, case_list const& right) {
        if (problem)
            return {};
        if (left.size() * right.size() > most_cases) {
            fail(at, joined("this makes more than ", most_cases, " cases"));
            return {};
        }
        case_list all;
        for (auto const& one : left)
            for (auto const& other : right) {
                conjunction merged = one;
                for (std::size_t i = 0; i < inputs(); ++i) {
                    // (of two bounds of which it is not certain which is the tighter one, the ends)
                    enclosure& low = merged.lower[i];
                    enclosure& high = merged.upper[i];
                    low = {std::fmax(low.low, other.lower[i].low),
                           std::fmax(low.high, other.lower[i].high)};
                    high = {std::fmin(high.low, other.upper[i].low),
                            std::fmin(high.high, other.upper[i].high)};
                }
                merged.constraints.insert(merged.constraints.end(), other.constraints.begin(),
                                          other.constraints.end());
                all.push_back(std::move(merged));
            }
        return all;
    }

    conjunction comparison(expression const& of) {
        bool const swaps = of.head() == ">=";
        linear const left = term(of.list[swaps ? 2 : 1]), right = term(of.list[swaps ? 1 : 2]);
        conjunction one = empty_case();
        if (problem)
            return one;
        linear const at_most_0 = sum(left, negative(right));
        std::size_t input = inputs(), count = 0;
        bool of_outputs = false;
        for (std::size_t i = 0; i < at_most_0.coefficients.size(); ++i) {
            enclosure const& c = at_most_0.coefficients[i];
            if (c.low == 0 && c.high == 0)
                continue;
            if (!c.is_exact() || !c.is_finite())
                fail(of, "a coefficient is not exact in binary: multiply both sides");
            if (i < inputs())
                input = i, ++count;
            else
                of_outputs = true;
        }
        if (!at_most_0.constant.is_finite())
            fail(of, "a number is too large");
        if (count == 0 && of_outputs)
            one.constraints.push_back(on_outputs(at_most_0));
        else if (count == 1 && !of_outputs && !problem)
            bound(of, at_most_0.coefficients[input].low, at_most_0.constant, one.lower[input],
                  one.upper[input]);
        else
            fail(of, "this is neither a bound of one input nor a constraint on outputs");
        return one;
    }

    vnnlib_constraint on_outputs(linear const& at_most_0) const {
        vnnlib_constraint constraint;
        for (std::size_t j = 0; j < outputs(); ++j)
            constraint.coefficients.push_back(at_most_0.coefficients[inputs() + j].low);
        constraint.constant = at_most_0.constant;
        return constraint;
    }

    // c x + k <= 0
    void bound(expression const& at, double c, enclosure const& k, enclosure& lower,
               enclosure& upper) {
        enclosure const ends = c == 1 ? -k : c == -1 ? k : -k / enclosure{c, c};
        if (!ends.is_finite())
            return fail(at, "a number is too large");
        (c > 0 ? upper : lower) = ends;
    }

    static linear negative(linear of) {
        for (auto& c : of.coefficients)
            c = -c;
        of.constant = -of.constant;
        return of;
    }
    static linear sum(linear left, linear const& right) {
        for (std::size_t i = 0; i < left.coefficients.size(); ++i)
            left.coefficients[i] = left.coefficients[i] + right.coefficients[i];
        left.constant = left.constant + right.constant;
        return left;
    }
    static bool is_number(linear const& of) {
        bool constant = true;
        for (auto const& c : of.coefficients)
            constant = constant && c.low == 0 && c.high == 0;
        return constant;
    }

    linear term(expression const& of) {
        linear result{std::vector<enclosure>(inputs() + outputs()), {}};
        if (problem)
            return result;
        if (!of.is_list()) {
            if (auto const found = variable(of.atom)) {
                if (found->second >= declared_[found->first].size())
                    fail(of, joined(of.atom, " is not declared"));
                else
                    result.coefficients[found->first * inputs() + found->second] = {1, 1};
            } else if (!read_decimal(of.atom, result.constant)) {
                fail(of, joined("'", of.atom.substr(0, 40),
                                "' is neither a number nor a declared variable"));
            }
            return result;
        }
        std::string_view const head = of.head();
        std::size_t const count = of.list.empty() ? 0 : of.list.size() - 1;
        if (head == "+" && count >= 1) {
            for (std::size_t i = 1; i <= count && !problem; ++i)
                result = sum(std::move(result), term(of.list[i]));
        } else if (head == "-" && count >= 1) {
            result = count == 1 ? negative(term(of.list[1])) : term(of.list[1]);
            for (std::size_t i = 2; i <= count && !problem; ++i)
                result = sum(std::move(result), negative(term(of.list[i])));
        } else if ((head == "*" || head == "/") && count == 2) {
            product(of, result, head == "/");
        } else {
            fail(of, "this is none of (+ ...), (- ...), (* a b) and (/ a b)");
        }
        return result;
    }

    void product(expression const& of, linear& result, bool divides) {
        linear left = term(of.list[1]), right = term(of.list[2]);
        if (problem)
            return;
        if (!divides && is_number(left))
            (std::swap)(left, right);
        if (!is_number(right))
            return fail(of, "this is not linear");
        enclosure const by = right.constant;
        if (divides && by.low <= 0 && by.high >= 0)
            return fail(of, "this divides by 0");
        auto const scaled = [&](enclosure const& x) {
            bool const is_zero = x.low == 0 && x.high == 0;
            return is_zero ? x : divides ? x / by : x * by;
        };
        for (std::size_t i = 0; i < left.coefficients.size(); ++i)
            result.coefficients[i] = scaled(left.coefficients[i]);
        result.constant = scaled(left.constant);
    }

    // A box without inputs has no counterexamples.
    void finish(conjunction one, std::size_t line) {
        if (problem)
            return;
        for (std::size_t i = 0; i < inputs(); ++i) {
            if (!one.lower[i].is_finite() || !one.upper[i].is_finite()) {
                problem = {line,
                           joined("X_", i, " has no ", one.lower[i].is_finite() ? "upper" : "lower",
                                  " bound in some case")};
                return;
            }
            if (one.lower[i].low > one.upper[i].high)
                return;
        }
        if (one.constraints.empty())
            problem = {line, "some case has no constraint on outputs"};
        else if (one.constraints.size() > 64)
            problem = {line, "some case has more than 64 constraints on outputs"};
        else if (!cases.empty() && cases.back().lower == one.lower &&
                 cases.back().upper == one.upper)
            cases.back().rows.push_back(std::move(one.constraints));
        else
            cases.push_back(
                {std::move(one.lower), std::move(one.upper), {std::move(one.constraints)}});
    }
};

} // namespace ctnn::host::detail
