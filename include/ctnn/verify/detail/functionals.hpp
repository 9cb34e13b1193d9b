#pragma once

#include <cstddef>
#include <ctnn/compiler/wide.hpp>
#include <ctnn/math/sqrt.hpp>
#include <type_traits>
#include <utility>

// Linear functions of the numbers of a layer, side by side in the lanes of wide vectors, which are to
// be bounded from below. What is done lane by lane is written out in one expression: an evaluator is
// slow to loop, and clang counts a whole expression as one step.

namespace ctnn::verify::detail {

inline constexpr std::size_t functionals_at_once = 64;
using lanes = compiler::wide<double, functionals_at_once>;

// On the machine the bytes are copied: vectors that are filled as in a constant come out with other
// numbers from g++ 12 at -O3 (not with -fno-strict-aliasing; the tests of linear_bounds show it).
constexpr void pack(double const* from, lanes& to) {
    if (!std::is_constant_evaluated()) {
        __builtin_memcpy(&to, from, sizeof to);
        return;
    }
    compiler::pack<double, functionals_at_once, functionals_at_once>(from, to);
}
constexpr void unpack(lanes const& from, double* to) {
    compiler::unpack<double, functionals_at_once, functionals_at_once>(from, to);
}

template <class Indices>
struct functional_block;

template <std::size_t... I>
struct functional_block<std::index_sequence<I...>> {
    // sum += w[i] a[i], where they are to be taken
    static constexpr void add([[maybe_unused]] double const* w, [[maybe_unused]] bool const* taken,
                              [[maybe_unused]] lanes const* a, [[maybe_unused]] lanes& sum) {
        [[maybe_unused]] double wi{};
        ((wi = w[I], taken[I] ? void(sum = sum + wi * a[I]) : void()), ...);
    }
    // sum += a[i] times one number where a[i] is negative, another where it is not
    static constexpr void add_either(double const* a, double if_negative, double if_not,
                                     double* sum) {
        ((sum[I] += a[I] * (a[I] < 0 ? if_negative : if_not)), ...);
    }
    static constexpr void scale_either(double* a, double if_negative, double if_not) {
        ((a[I] *= a[I] < 0 ? if_negative : if_not), ...);
    }
    // How far a sum is off, from the squares of its parts: by Cauchy, and rounded up.
    static constexpr void add_root(double const* squares, double count, double* sum) {
        ((sum[I] += math::sqrt(count * squares[I]) * (1 + 1e-9)), ...);
    }
    static constexpr void subtract(double const* a, double* from) { ((from[I] -= a[I]), ...); }
};

using all_lanes = functional_block<std::make_index_sequence<functionals_at_once>>;

template <std::size_t Size>
constexpr void add_rows(double const* w, bool const* taken, lanes const* a, lanes& sum) {
    constexpr std::size_t block = 64;
    constexpr std::size_t whole = Size / block * block;
    for (std::size_t i = 0; i < whole; i += block)
        functional_block<std::make_index_sequence<block>>::add(w + i, taken + i, a + i, sum);
    functional_block<std::make_index_sequence<Size - whole>>::add(w + whole, taken + whole,
                                                                  a + whole, sum);
}

// What goes backwards through a network beside the coefficients. The sums |a| S that bound its
// roundings are kept as squares: first those of whole layers, then those of intercepts and inputs.
struct linear_functions {
    lanes constant, layers, others;
    lanes* at_inputs = nullptr; // gets the coefficients of the inputs, if somebody asks for them

    constexpr linear_functions(double const* constants, double const* squares) {
        constexpr double zeros[functionals_at_once]{};
        pack(constants, constant);
        pack(squares, layers);
        pack(zeros, others);
    }
};

} // namespace ctnn::verify::detail
