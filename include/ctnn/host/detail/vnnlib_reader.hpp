#pragma once

#include <cstddef>
#include <cstdint>
#include <ctnn/host/detail/joined.hpp>
#include <ctnn/host/detail/plain_text.hpp>
#include <ctnn/host/detail/rational.hpp>
#include <ctnn/host/detail/shown.hpp>
#include <ctnn/host/detail/vnnlib_cases.hpp>
#include <ctnn/host/detail/vnnlib_commands.hpp>
#include <ctnn/host/detail/vnnlib_formula.hpp>
#include <ctnn/host/detail/vnnlib_numbers.hpp>
#include <ctnn/host/detail/vnnlib_on_outputs.hpp>
#include <ctnn/host/detail/vnnlib_terms.hpp>
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

// Reads a property: first its commands, then what they assert, which is a formula, then the cases of it. Each is one walk
// over what the one before gave, so time and memory grow as the text and the cases do.
class vnnlib_reader {
public:
    file_problem problem{};
    std::vector<vnnlib_case> cases{};
    std::size_t steps = 0; // tokens, and numbers in cases

    std::size_t inputs() const { return terms_.inputs(); }
    std::size_t outputs() const { return terms_.outputs(); }

    void read(std::string_view all) {
        plain_text const plain(all);
        problem = plain.problem;
        if (!problem && plain.text.size() >= (std::numeric_limits<std::uint32_t>::max)())
            problem = {0, joined("the file has ", plain.text.size(), " bytes, at most ",
                                 (std::numeric_limits<std::uint32_t>::max)())};
        if (problem)
            return;
        vnnlib_tokens tokens(plain.text);
        vnnlib_commands commands(tokens);
        commands.read();
        steps = tokens.steps;
        problem = tokens.problem ? tokens.problem : commands.undeclared();
        if (problem)
            return;
        terms_.declared[0] = std::move(commands.declared[0]);
        terms_.declared[1] = std::move(commands.declared[1]);
        read_asserts(plain.text, tokens, commands);
    }

private:
    using kinds = vnnlib_formula::kinds;

    vnnlib_terms terms_{};
    vnnlib_formula formula_{};

    void read_asserts(std::string_view text, vnnlib_tokens& tokens,
                      vnnlib_commands const& commands) {
        vnnlib_numbers numbers(text);
        auto const whole = formula_.open(kinds::all);
        std::uint64_t count = 1;
        for (auto const& place : commands.asserts) {
            tokens.go_to(place);
            auto const index = formula_.size();
            read_formula(tokens, numbers);
            if (tokens.problem)
                break;
            count *= formula_.at(index).cases;
            check_count(tokens, place.line, count);
        }
        steps = tokens.steps;
        problem = tokens.problem;
        if (problem)
            return;
        formula_.close(whole);
        vnnlib_cases written(formula_, numbers, inputs(), outputs());
        steps += written.steps;
        if (!written.problem.empty())
            problem = {commands.last_line, written.problem};
        else if (written.found.empty())
            problem = {commands.last_line,
                       written.has_bounds_apart
                           ? "no case has an input: a lower bound is above an upper one"
                           : "no case has an input: a comparison of numbers is false"};
        else
            cases = std::move(written.found);
    }
    static void check_count(vnnlib_tokens& tokens, std::size_t line, std::uint64_t count) {
        if (count > vnnlib_cases::most_cases)
            tokens.fail(line, joined("this makes more than ", vnnlib_cases::most_cases, " cases"));
    }

    void read_formula(vnnlib_tokens& tokens, vnnlib_numbers& numbers) {
        auto const open = tokens.take();
        if (!open.is_open()) {
            if (open.is_atom("true") || open.is_atom("false"))
                formula_.close(formula_.open(open.text == "true" ? kinds::all : kinds::any));
            else
                fail_name(tokens, open.line, shown(open.text));
            return;
        }
        auto const head = tokens.now();
        if (head.is_open()) { // parentheses around a formula
            read_formula(tokens, numbers);
            if (tokens.skip_rest() > 0)
                fail_name(tokens, open.line, "'(('");
            tokens.take();
            return;
        }
        tokens.take();
        if (head.is_atom("and") || head.is_atom("or"))
            read_parts(tokens, numbers, open.line, head.text);
        else if (head.is_atom("<=") || head.is_atom(">="))
            read_comparison(tokens, numbers, open.line, head.text);
        else
            fail_name(tokens, open.line, head.is_atom() ? shown(head.text) : "'()'");
    }
    static void fail_name(vnnlib_tokens& tokens, std::size_t line, std::string const& name) {
        tokens.fail(line, joined(name, " is none of and, or, <= and >="));
    }
    void read_parts(vnnlib_tokens& tokens, vnnlib_numbers& numbers, std::size_t line,
                    std::string_view head) {
        auto const index = formula_.open(head == "and" ? kinds::all : kinds::any);
        if (!tokens.has_more())
            tokens.fail(line, joined(shown(head), " has nothing in it"));
        while (tokens.has_more())
            read_formula(tokens, numbers);
        check_count(tokens, line, formula_.close(index));
        tokens.take();
    }

    // (<= a b c): a <= b and b <= c.
    void read_comparison(vnnlib_tokens& tokens, vnnlib_numbers& numbers, std::size_t line,
                         std::string_view head) {
        auto const index = formula_.open(kinds::all);
        vnnlib_terms::operand last;
        std::size_t count = 0;
        for (; tokens.has_more(); ++count) {
            auto next = terms_.next_operand(tokens);
            if (count > 0 && !tokens.problem) {
                bool const ascends = head == "<=";
                compare(tokens, numbers, line, ascends ? last : next, ascends ? next : last);
            }
            last = std::move(next);
        }
        if (count < 2)
            tokens.fail(line, joined(shown(head), " needs two terms"));
        tokens.take();
        formula_.close(index);
    }

    // One is at most the other.
    void compare(vnnlib_tokens& tokens, vnnlib_numbers& numbers, std::size_t line,
                 vnnlib_terms::operand const& less, vnnlib_terms::operand const& greater) {
        auto const is_input = [](auto const& side) {
            return side.variable && !side.variable->is_output;
        };
        bool const is_upper = is_input(less) && !greater.number.empty();
        if (is_upper || (is_input(greater) && !less.number.empty())) {
            auto const text = is_upper ? greater.number : less.number;
            vnnlib_bound bound{};
            auto const kind = read_number(text, bound.value);
            if (kind != number_kind::number)
                return terms_.fail_number(tokens, line, text, kind);
            set_input(bound, (is_upper ? less : greater).variable->index, is_upper);
            bound.number = numbers.place_of(text);
            return formula_.add(bound);
        }
        vnnlib_linear at_most_0 = terms_.linear_of(tokens, line, less);
        vnnlib_linear subtracted = terms_.linear_of(tokens, line, greater);
        subtracted.multiply(-rational(1));
        if (!at_most_0.add(std::move(subtracted)))
            tokens.fail(line, "the numbers of this comparison are too long");
        if (!tokens.problem)
            add(tokens, numbers, line, at_most_0);
    }
    static void set_input(vnnlib_bound& bound, std::size_t input, bool is_upper) {
        bound.input = static_cast<std::uint32_t>(input) & ((1u << 30) - 1);
        bound.is_upper = is_upper ? 1 : 0;
    }

    // A comparison of numbers is no constraint if it is true, and no case if it is false.
    void add(vnnlib_tokens& tokens, vnnlib_numbers& numbers, std::size_t line,
             vnnlib_linear const& at_most_0) {
        auto const& coefficients = at_most_0.coefficients;
        if (coefficients.empty()) {
            formula_.close(formula_.open(at_most_0.constant.sign() > 0 ? kinds::any : kinds::all));
        } else if (coefficients.begin()->first >= inputs()) {
            vnnlib_sparse_constraint constraint;
            if (auto const reason = on_outputs(at_most_0, inputs(), constraint))
                tokens.fail(line, reason);
            else
                formula_.add(std::move(constraint));
        } else if (coefficients.size() == 1) {
            auto const& [input, c] = *coefficients.begin();
            rational number = -at_most_0.constant / c;
            vnnlib_bound bound{};
            bound.value = number.enclosed();
            if (!bound.value.is_finite())
                tokens.fail(line, joined("the bound of X_", input, " is too large for a double"));
            set_input(bound, input, c.sign() > 0);
            bound.is_calculated = 1;
            bound.number = numbers.keep(std::move(number));
            formula_.add(bound);
        } else {
            tokens.fail(line, "this is neither a bound of one input nor a constraint on outputs");
        }
    }
};

} // namespace ctnn::host::detail
