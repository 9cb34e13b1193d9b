#pragma once

#include <cstddef>
#include <ctnn/host/detail/hex_numbers.hpp>
#include <ctnn/host/detail/joined.hpp>
#include <ctnn/host/detail/rational.hpp>
#include <ctnn/host/detail/read_number.hpp>
#include <ctnn/host/detail/shown.hpp>
#include <ctnn/host/detail/vnnlib_tokens.hpp>
#include <ctnn/host/file_problem.hpp>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ctnn::host::detail {

// A variable of VNN-LIB: X_index is an input, Y_index an output.
struct vnnlib_variable {
    std::size_t index = 0;
    bool is_output = false;

    static constexpr std::size_t most = 100'000;

    static std::optional<vnnlib_variable> named(std::string_view name) {
        vnnlib_variable found;
        bool const is_name = name.size() >= 3 && (name[0] == 'X' || name[0] == 'Y') &&
                             name[1] == '_' && (name[2] != '0' || name.size() == 3);
        if (!is_name || !read_integer(name.substr(2), found.index))
            return {};
        found.is_output = name[0] == 'Y';
        return found;
    }
};

// A linear function of all variables, the outputs after the inputs; no coefficient is 0.
struct vnnlib_linear {
    std::map<std::size_t, rational> coefficients{};
    rational constant{};

    bool is_number() const { return coefficients.empty(); }

    void add(vnnlib_linear const& other) {
        constant = constant + other.constant;
        for (auto const& [variable, c] : other.coefficients) {
            auto& to = coefficients[variable];
            to = to + c;
            if (to.is_zero())
                coefficients.erase(variable);
        }
    }
    // (not by 0)
    void multiply(rational const& by) {
        constant = constant * by;
        for (auto& [variable, c] : coefficients)
            c = c * by;
    }
    bool is_too_long() const {
        bool is = constant.is_too_long();
        for (auto const& [variable, c] : coefficients)
            is = is || c.is_too_long();
        return is;
    }
};

// Reads terms of the variables that are declared; stops at the first problem.
class vnnlib_terms {
public:
    file_problem problem{};
    std::vector<bool> declared[2]{}; // X, Y

    std::size_t inputs() const { return declared[0].size(); }
    std::size_t outputs() const { return declared[1].size(); }

    void fail(expression const& at, std::string const& reason) {
        if (!problem)
            problem = {at.line, reason};
    }

    vnnlib_linear term(expression const& wrapped) {
        expression const& of = wrapped.bare();
        vnnlib_linear result;
        if (problem)
            return result;
        if (!of.is_list()) {
            result = atom(of);
        } else if (auto const head = of.head();
                   head == "+" || head == "-" || head == "*" || head == "/") {
            std::size_t const count = of.arguments(), least = head == "*" || head == "/" ? 2 : 1;
            if (count < least)
                fail(of, joined(of.name(), " needs ", least == 1 ? "a term" : "two terms"));
            for (std::size_t i = 1; i <= count && !problem; ++i) {
                auto next = term(of.list[i]);
                if (i == 1 && (head != "-" || count > 1))
                    result = std::move(next);
                else if (head == "+" || head == "-")
                    add(result, std::move(next), head == "-");
                else
                    multiply(of, result, std::move(next), head == "/");
                if (!problem && result.is_too_long())
                    fail(of, "the numbers of this term are too long");
            }
        } else {
            fail(of, joined(of.name(), " is none of +, -, * and /"));
        }
        return result;
    }

private:
    vnnlib_linear atom(expression const& of) {
        vnnlib_linear result;
        if (auto const found = vnnlib_variable::named(of.atom)) {
            if (found->index >= declared[found->is_output ? 1 : 0].size())
                fail(of, joined(of.atom, " is not declared"));
            else
                result.coefficients[found->index + (found->is_output ? inputs() : 0)] = rational(1);
        } else if (auto const kind = read_number(of.atom, result.constant);
                   kind == number_kind::no_number) {
            fail(of, joined(shown(of.atom), " is neither a number nor a declared variable"));
        } else if (kind != number_kind::number) {
            fail(of, number_problem(of.atom, kind));
        }
        return result;
    }

    static void add(vnnlib_linear& to, vnnlib_linear other, bool subtracts) {
        if (subtracts)
            other.multiply(-rational(1));
        to.add(other);
    }

    void multiply(expression const& of, vnnlib_linear& to, vnnlib_linear by, bool divides) {
        if (problem)
            return;
        if (!divides && to.is_number())
            (std::swap)(to, by);
        if (!by.is_number())
            return fail(of, "this is not linear");
        if (by.constant.is_zero()) {
            if (divides)
                return fail(of, "this divides by 0");
            to = {};
        } else {
            to.multiply(divides ? rational(1) / by.constant : by.constant);
        }
    }
};

} // namespace ctnn::host::detail
