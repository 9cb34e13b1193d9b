#pragma once

#include <cstddef>
#include <ctnn/kernel/wide.hpp>
#include <ctnn/math/sqrt.hpp>
#include <ctnn/verify/detail/linear/machine_functionals.hpp>
#include <type_traits>
#include <utility>

// Linear functions of a layer's numbers that are to be bounded from below, side by side in the lanes of
// wide vectors. Work on lanes is unrolled into one expression: loops are slow in constant evaluation,
// and clang counts a whole expression as one step.

namespace ctnn::verify::detail {

inline constexpr std::size_t functionals_at_once = 64;
// The first ones may have multipliers and be followed (minimum.hpp).
inline constexpr std::size_t minimum_lanes = 16;
using lanes = kernel::wide<double, functionals_at_once>;

// Number is double. As a parameter, it keeps a program that proves nothing from instantiating what is unrolled.
template <class Number>
constexpr void pack(Number const* from, lanes& to) {
    kernel::pack<Number, functionals_at_once, functionals_at_once>(from, to);
}
template <class Number>
constexpr void unpack(lanes const& from, Number* to) {
    kernel::unpack<Number, functionals_at_once, functionals_at_once>(from, to);
}

template <class Indices>
struct unrolled_functionals;

template <std::size_t... Index>
struct unrolled_functionals<std::index_sequence<Index...>> {
    // sum += w[i] a[i], where i is taken
    static constexpr void add([[maybe_unused]] double const* w, [[maybe_unused]] bool const* taken,
                              [[maybe_unused]] lanes const* a, [[maybe_unused]] lanes& sum) {
        [[maybe_unused]] double wi{};
        ((wi = w[Index], taken[Index] ? void(sum = sum + wi * a[Index]) : void()), ...);
    }
    // sum += a[i] times one number where a[i] is negative, another where it is not
    static constexpr void add_either(double const* a, double if_negative, double if_not,
                                     double* sum) {
        ((sum[Index] += a[Index] * (a[Index] < 0 ? if_negative : if_not)), ...);
    }
    static constexpr void scale_either(double* a, double if_negative, double if_not) {
        ((a[Index] *= a[Index] < 0 ? if_negative : if_not), ...);
    }
    // A sum's error, from the squares of its parts: by Cauchy, and rounded up.
    static constexpr void add_root(double const* squares, double count, double* sum) {
        ((sum[Index] += math::sqrt(count * squares[Index]) * (1 + 1e-9)), ...);
    }
    static constexpr void subtract(double const* a, double* from) {
        ((from[Index] -= a[Index]), ...);
    }
};

using all_lanes = unrolled_functionals<std::make_index_sequence<functionals_at_once>>;

template <std::size_t Size>
constexpr void add_rows(double const* w, bool const* taken, lanes const* a, lanes& sum) {
    constexpr std::size_t at_once = Size < 64 ? Size : 64, whole = Size / at_once * at_once;
    for (std::size_t i = 0; i < whole; i += at_once)
        unrolled_functionals<std::make_index_sequence<at_once>>::add(w + i, taken + i, a + i, sum);
    if constexpr (whole < Size)
        unrolled_functionals<std::make_index_sequence<Size - whole>>::add(w + whole, taken + whole,
                                                                          a + whole, sum);
}

// What goes back through a network with the coefficients. The sums |a| S that bound its roundings are
// kept as squares: first those of whole layers, then those of intercepts and inputs.
struct linear_functions {
    lanes constant, layers, others;
    double* at_inputs = nullptr;           // gets the coefficients of the inputs, unless null
    minimum_rows const* minimum = nullptr; // if there is one, no lanes but its own are in use

    template <class Number>
    constexpr linear_functions(Number const* constants, Number const* squares) {
        constexpr Number zeros[functionals_at_once]{};
        pack(constants, constant);
        pack(squares, layers);
        pack(zeros, others);
    }
    // The lanes in use, and perhaps others.
    template <class Number>
    constexpr void unpack_used(lanes const& from, Number* to) const {
        if (minimum != nullptr)
            kernel::unpack<Number, functionals_at_once, minimum_lanes>(from, to);
        else
            unpack(from, to);
    }
};

// Takes coefficients from after an activation to before it, by the lines of the neurons that are bent.
template <std::size_t Size>
constexpr void relax_rows(lines const* between, bool const* is_bent, double const* error_squares,
                          bool const* taken, lanes* a, linear_functions& f) {
    double moved[functionals_at_once]{};
    bool any = false;
    for (std::size_t i = 0; i < Size; ++i)
        if (taken[i] && is_bent[i]) {
            lines const& y = between[i];
            double const square = error_squares[i];
            double row[functionals_at_once]{};
            f.others = f.others + square * (a[i] * a[i]);
            f.unpack_used(a[i], row);
            all_lanes::add_either(row, y.high_intercept, y.low_intercept, moved);
            all_lanes::scale_either(row, y.high_slope, y.low_slope);
            pack(row, a[i]);
            any = true;
        }
    if (any) {
        lanes all;
        pack(moved, all);
        f.constant = f.constant + all;
    }
}

// The products of the coefficients with what `layers` and `constant` take of them.
template <std::size_t Size>
constexpr void add_layer(double const* magnitude, double const* biases, bool const* taken,
                         double factor, lanes const* a, linear_functions& f) {
    constexpr double zeros[functionals_at_once]{};
    lanes squares, moved;
    pack(zeros, squares);
    moved = squares;
    for (std::size_t i = 0; i < Size; ++i)
        if (taken[i]) {
            double const s = magnitude[i], bias = biases[i];
            lanes const scaled = s * a[i];
            squares = squares + scaled * scaled;
            moved = moved + bias * a[i];
        }
    f.constant = f.constant + moved;
    f.layers = f.layers + factor * squares;
}

// How many there are at once on the machine, whose stack holds two rows of them for each number of the widest layer:
// at most 4 MB, or a KB for each number if there are many.
template <std::size_t Widest>
inline constexpr std::size_t functionals_of = Widest <= 4096 ? functionals_at_once : minimum_lanes;

// (The forms for compile time and run time are separate functions: without optimization, a stack frame has room for
// both branches of a function.)
template <std::size_t Size, class Fill, class Bound>
constexpr void bound_in_constants(double const* constants, double const* squares, Fill const& fill,
                                  Bound const& bound, double* at_inputs,
                                  minimum_rows const* minimum) {
    lanes a[Size];
    if constexpr (requires { fill.range(); }) {
        double all[Size * functionals_at_once]{};
        fill(+all, functionals_at_once);
        for (std::size_t i = 0; i < Size; ++i)
            pack(all + i * functionals_at_once, a[i]);
    } else {
        for (std::size_t i = 0; i < Size; ++i) {
            double row[functionals_at_once]{};
            fill(i, row);
            pack(row, a[i]);
        }
    }
    linear_functions f(constants, squares);
    f.at_inputs = at_inputs;
    f.minimum = minimum;
    bound(+a, f);
}
template <std::size_t Size, std::size_t Widest, class Fill, class Bound>
inline void bound_on_machine(std::size_t count, double* constants, double* squares,
                             Fill const& fill, Bound const& bound, double* at_inputs,
                             minimum_rows const* minimum) {
    constexpr std::size_t size = Widest * functionals_of<Widest>;
    alignas(chunk) double a[size + chunk_lanes], next[size]; // (for choose)
    double others[functionals_at_once]{};
    std::size_t const width = whole_chunks(count);
    row_range in{0, Size};
    if constexpr (requires { fill.range(); }) {
        in = fill.range();
        clear_rows(in, width, a);
        fill(+a, width);
    } else {
        for (std::size_t i = 0; i < Size; ++i) {
            fill(i, a + i * width);
            for (std::size_t k = count; k < width; ++k)
                a[i * width + k] = 0;
        }
    }
    machine_functions const f{width, constants, squares, others, at_inputs, minimum};
    bound(+a, +next, in, f);
}

// Passes `count` functions of Size numbers to `bound`, in the form for compile time or for run time. There are at most
// functionals_of<Widest>, where Widest is of the widest layer on their way. `fill(i, row)` writes the coefficients of
// number i, or `fill(rows, width)` all that are not 0, which lie within `fill.range()`.
template <std::size_t Size, std::size_t Widest, class Fill, class Bound>
constexpr void bound_functionals(std::size_t count, double* constants, double* squares,
                                 Fill const& fill, Bound const& bound, double* at_inputs = nullptr,
                                 minimum_rows const* minimum = nullptr) {
    if (std::is_constant_evaluated())
        bound_in_constants<Size>(constants, squares, fill, bound, at_inputs, minimum);
    else
        bound_on_machine<Size, Widest>(count, constants, squares, fill, bound, at_inputs, minimum);
}

} // namespace ctnn::verify::detail
