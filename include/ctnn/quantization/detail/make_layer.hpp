#pragma once

#include <cstddef>
#include <cstdint>
#include <ctnn/quantization/detail/calibrate.hpp>
#include <ctnn/quantization/detail/layers.hpp>
#include <ctnn/quantization/int8_scale.hpp>

// Turns a layer's numbers into integers. Everything is computed in double.

namespace ctnn::quantization {

// The nearest integer, ties away from 0, clamped to the limit, which only numbers near the ends of double
// would exceed. A NaN, which only they could cause, gives the limit.
constexpr std::int64_t nearest(double x, double limit) {
    double const low = x < limit ? x : limit;
    double const within = low > -limit ? low : -limit;
    return static_cast<std::int64_t>(within < 0 ? within - 0.5 : within + 0.5);
}

// A step is at least `least_step`, and never 0.
template <class Scalar>
constexpr int8_scale<Scalar> scale_of(double least, double most, double least_step) {
    double const wanted = (most - least) / 255;
    double const wide = wanted < least_step ? least_step : wanted;
    auto const step = static_cast<Scalar>(wide > 1e-30 ? wide : 1e-30);
    std::int64_t const zero = nearest(-128 - least / static_cast<double>(step), 512);
    return {step, Scalar(1) / step,
            static_cast<std::int32_t>(zero < -128  ? -128
                                      : zero > 127 ? 127
                                                   : zero)};
}

// The step of the weights of one output: its largest weight is 127 steps. A bias that is far larger than
// the weights makes the steps larger, so that it fits into 2^28 of the products' steps.
template <class Parameters>
constexpr double weight_step(Parameters const& p, std::size_t output, std::size_t inputs,
                             double input_step) {
    double largest = 0;
    for (std::size_t i = 0; i < inputs; ++i) {
        double const weight = static_cast<double>(p.weights[i][output]);
        double const size = weight < 0 ? -weight : weight;
        largest = size > largest ? size : largest;
    }
    double const bias = static_cast<double>(p.biases[output]);
    double const for_bias = (bias < 0 ? -bias : bias) / (input_step * 0x1p28);
    return largest / 127 < for_bias ? for_bias : largest / 127;
}

template <std::size_t Inputs, std::size_t Outputs, class Parameters, class Scalar>
constexpr int8_scale<Scalar> make_dense(Parameters const& p, int8_scale<Scalar> const& in,
                                        double least, double most,
                                        dense_int8<Inputs, Outputs>& to) {
    double const input_step = static_cast<double>(in.step);
    double steps[Outputs]{}, largest = 0;
    for (std::size_t j = 0; j < Outputs; ++j) {
        steps[j] = weight_step(p, j, Inputs, input_step);
        largest = steps[j] > largest ? steps[j] : largest;
    }
    // A step smaller than four of the products' would only look more exact.
    auto const out = scale_of<Scalar>(least, most, 4 * input_step * largest);
    double const per_output_step = input_step / static_cast<double>(out.step);
    std::int32_t shift = 1;
    while (shift < 22 &&
           largest * per_output_step * static_cast<double>(std::int64_t{1} << (32 + shift)) <
               0x7fffffffp0)
        ++shift;
    for (std::size_t j = 0; j < Outputs; ++j) {
        std::int64_t sum = 0;
        if (steps[j] > 0) {
            for (std::size_t i = 0; i < Inputs; ++i) {
                std::int64_t const q =
                    nearest(static_cast<double>(p.weights[i][j]) / steps[j], 127);
                to.weights[j * in_fours<Inputs> + place_of(i)] = static_cast<std::int8_t>(q);
                sum += q;
            }
            to.biases[j] = static_cast<std::int32_t>(
                nearest(static_cast<double>(p.biases[j]) / (input_step * steps[j]), 0x1p28) -
                in.zero * sum);
            to.multipliers[j] = static_cast<std::int32_t>(nearest(
                steps[j] * per_output_step * static_cast<double>(std::int64_t{1} << (31 + shift)),
                0x7fffffffp0));
        }
    }
    to.shift = shift;
    to.zero = out.zero;
    return out;
}

// Branches that are added up; `steps` are the steps of their scales, and `to.zeros` already has their zeros.
template <class Scalar, std::size_t Branches>
constexpr int8_scale<Scalar> make_join(double const (&steps)[Branches], double least, double most,
                                       join_int8<Branches>& to) {
    using join = join_int8<Branches>;
    double largest = 0, sum = 0;
    for (double const step : steps) {
        largest = step > largest ? step : largest;
        sum += step;
    }
    // A step smaller than a quarter of the largest would only look more exact.
    auto const out = scale_of<Scalar>(least, most, largest / 4);
    double const most_multipliers = join::most_multipliers - double{Branches};
    to.shift = 1;
    while (to.shift < join::most_shift &&
           sum / static_cast<double>(out.step) * static_cast<double>(std::int64_t{2} << to.shift) <
               most_multipliers)
        ++to.shift;
    for (std::size_t k = 0; k < Branches; ++k)
        to.multipliers[k] =
            static_cast<std::int32_t>(nearest(steps[k] / static_cast<double>(out.step) *
                                                  static_cast<double>(std::int64_t{1} << to.shift),
                                              most_multipliers));
    to.zero = out.zero;
    return out;
}

// Two branches that are multiplied; `step` is that of their products, and `to.zeros` already has their zeros.
template <class Scalar>
constexpr int8_scale<Scalar> make_product(double step, double least, double most,
                                          product_int8& to) {
    // A step smaller than four of the products' would only look more exact.
    auto const out = scale_of<Scalar>(least, most, 4 * step);
    double const factor = step / static_cast<double>(out.step);
    to.shift = 1;
    while (to.shift < 22 &&
           factor * static_cast<double>(std::int64_t{1} << (32 + to.shift)) < 0x7fffffffp0)
        ++to.shift;
    to.multiplier = static_cast<std::int32_t>(
        nearest(factor * static_cast<double>(std::int64_t{1} << (31 + to.shift)), 0x7fffffffp0));
    to.zero = out.zero;
    return out;
}

// A layer that bends at 0; its slopes are on one scale.
template <std::size_t Channels, class Parameters, class Scalar>
constexpr int8_scale<Scalar> make_bend(Parameters const& p, int8_scale<Scalar> const& in,
                                       double least, double most, bent_int8<Channels>& to) {
    range<Scalar> slopes;
    slopes.template include<Channels>(p.slopes.data());
    auto const of_slopes =
        scale_of<Scalar>(static_cast<double>(slopes.least), static_cast<double>(slopes.most), 0);
    for (std::size_t c = 0; c < Channels; ++c)
        to.slopes[c] = of_slopes.quantized(p.slopes[c]);
    double const step = static_cast<double>(in.step);
    double const step_below = step * static_cast<double>(of_slopes.step);
    // A step smaller than four of the products' would only look more exact, and what is above 0 has the input's.
    double const finest = step / (1 << bent_int8<Channels>::most_left);
    auto const out =
        scale_of<Scalar>(least, most, 4 * step_below < finest ? finest : 4 * step_below);
    double const below = step_below / static_cast<double>(out.step);
    double above = step / static_cast<double>(out.step);
    to.below = {0, 1};
    while (to.below.shift < 22 &&
           below * static_cast<double>(std::int64_t{1} << (32 + to.below.shift)) < 0x7fffffffp0)
        ++to.below.shift;
    to.below.multiplier = static_cast<std::int32_t>(nearest(
        below * static_cast<double>(std::int64_t{1} << (31 + to.below.shift)), 0x7fffffffp0));
    to.above = {}, to.left = 0;
    for (; !(above < 1) && to.left < bent_int8<Channels>::most_left; ++to.left)
        above /= 2;
    for (; to.left == 0 && above < 0.5 && to.above.shift < 22; ++to.above.shift)
        above *= 2;
    to.above.multiplier = static_cast<std::int32_t>(nearest(above * 0x1p31, 0x7fffffffp0));
    to.slope_zero = of_slopes.zero, to.zero_in = in.zero, to.zero = out.zero;
    return out;
}

// The table's scale covers all of its values: an activation may have its minimum between the ends.
template <class Activation, class Scalar>
constexpr int8_scale<Scalar> make_table(int8_scale<Scalar> const& in, table_int8& to) {
    Scalar values[256]{};
    range<Scalar> found;
    for (std::int32_t q = 0; q < 256; ++q)
        values[q] = Activation::value(in.value(static_cast<std::int8_t>(q - 128)));
    found.template include<256>(values);
    auto const out =
        scale_of<Scalar>(static_cast<double>(found.least), static_cast<double>(found.most), 0);
    for (std::size_t q = 0; q < 256; ++q)
        to.values[q] = out.quantized(values[q]);
    return out;
}

} // namespace ctnn::quantization
