#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/quantization/detail/bent_int8.hpp>
#include <ctnn/quantization/detail/dense_int8.hpp>
#include <ctnn/quantization/detail/product_int8.hpp>
#include <ctnn/verify/detail/difference/int8_scales.hpp>
#include <ctnn/verify/detail/difference/int8_state.hpp>
#include <ctnn/verify/detail/difference/real_intervals.hpp>

// Functions of a few integers: how far they are from the functions of the numbers that the integers stand for.

namespace ctnn::verify::detail {
CTNN_ARITHMETIC_BEGIN

constexpr double rounded_distance(double a, double b) {
    return a < b ? b - a : a - b;
}
// The same of numbers that are rounded themselves.
constexpr double distance(double a, double b) {
    double const size = (a < 0 ? -a : a) + (b < 0 ? -b : b);
    return rounded_distance(a, b) + 1e-14 * size;
}

// A table: each integer's place in it, and how far it is from the real function.
template <class Activation, std::size_t Size>
constexpr void look_up(quantization::table_int8 const& table, int8_meaning const& before,
                       int8_meaning const& after, int8_state<Size>& z) {
    double off[256]{};
    for (std::int32_t q = -128; q < 128; ++q) {
        double const wanted = Activation::value(before.real(q));
        off[q + 128] =
            rounded_distance(after.real(table.values[static_cast<std::size_t>(q + 128)]), wanted) +
            1e-14 * (1 + (wanted < 0 ? -wanted : wanted));
    }
    for (std::size_t j = 0; j < Size; ++j) {
        std::int32_t least = 127, most = -128;
        for (std::int32_t q = z.least[j]; q <= z.most[j]; ++q) {
            std::int32_t const to = table.values[static_cast<std::size_t>(q + 128)];
            least = to < least ? to : least;
            most = to > most ? to : most;
            z.error[j] = off[q + 128] > z.error[j] ? off[q + 128] : z.error[j];
        }
        z.least[j] = least, z.most[j] = most;
    }
}

// How far a number that is cut off at the ends of its scale is from relu or hard_tanh of it. Both are the
// number, cut off somewhere; how far apart two such are falls to its least and grows from there, so it is
// largest at an end.
template <class Activation>
constexpr double error_of_cutting_off(int8_meaning const& meaning, std::int32_t least,
                                      std::int32_t most) {
    double error = 0;
    for (std::int32_t const q : {least, most}) {
        double const off = rounded_distance(meaning.real(quantization::detail::saturated(q)),
                                            Activation::value(meaning.real(q)));
        error = off > error ? off : error;
    }
    return error * (1 + 1e-12) + 1e-12 * meaning.step;
}

// A bend: every integer is tried.
template <std::size_t Channels, std::size_t Size>
constexpr void bend_integers(quantization::bent_int8<Channels> const& bend, std::size_t j,
                             double slope, int8_meaning const& in, int8_meaning const& out,
                             int8_state<Size> const& z, int8_state<Size>& v) {
    std::int32_t least = 127, most = -128;
    double error = 0;
    for (std::int32_t q = z.least[j]; q <= z.most[j]; ++q) {
        std::int32_t const y =
            quantization::detail::saturated(bend.scaled(q, bend.slopes[j % Channels]));
        double const x = in.real(q), off = distance(out.real(y), x > 0 ? x : slope * x);
        least = y < least ? y : least, most = y > most ? y : most;
        error = off > error ? off : error;
    }
    v.least[j] = least, v.most[j] = most;
    v.stands_for(j, out);
    v.error[j] = error;
}

// A product, before it is cut off. How far apart the two are is linear in each integer, and so it is largest at the ends.
template <std::size_t Size>
constexpr void multiply_integers(quantization::product_int8 const& product, std::size_t j,
                                 int8_meaning const& out, int8_state<Size> const& a,
                                 int8_state<Size> const& b, int8_state<Size>& v) {
    double const step = out.step * product.multiplier /
                        static_cast<double>(std::int64_t{1} << (31 + product.shift));
    bool is_first = true;
    double off = 0, size = 0;
    for (unsigned ends = 0; ends < 4; ++ends) {
        bool const at_most = ends / 2 == 1, at_other_most = ends % 2 == 1;
        std::int32_t const x = (at_most ? a.most : a.least)[j] - product.zeros[0];
        std::int32_t const z = (at_other_most ? b.most : b.least)[j] - product.zeros[1];
        double const real = (at_most ? a.real[j].upper : a.real[j].lower) *
                            (at_other_most ? b.real[j].upper : b.real[j].lower);
        std::int32_t const y = product.scaled(x, z);
        v.least[j] = is_first || y < v.least[j] ? y : v.least[j];
        v.most[j] = is_first || y > v.most[j] ? y : v.most[j];
        is_first = false;
        double const here = distance(step * x * z, real);
        off = here > off ? here : off;
        size = furthest({-size, real < 0 ? -real : real});
    }
    double const shifted = 0.5 / static_cast<double>(std::int64_t{1} << product.shift);
    v.error[j] = off + (0.5 + shifted) * out.step + 1e-14 * size;
}

CTNN_ARITHMETIC_END
} // namespace ctnn::verify::detail
