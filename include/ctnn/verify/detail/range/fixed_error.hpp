#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <ctnn/activation/elu.hpp>
#include <ctnn/activation/gelu.hpp>
#include <ctnn/activation/hard_sigmoid.hpp>
#include <ctnn/activation/hard_tanh.hpp>
#include <ctnn/activation/identity.hpp>
#include <ctnn/activation/leaky_relu.hpp>
#include <ctnn/activation/relu.hpp>
#include <ctnn/activation/sigmoid.hpp>
#include <ctnn/activation/silu.hpp>
#include <ctnn/activation/softplus.hpp>
#include <ctnn/activation/tanh.hpp>
#include <ctnn/number/detail/interval_end.hpp>

// How magnitude an activation in fixed point is from the real function, at most, for numbers up to `magnitude` in
// size and results within the format: in real numbers. The functions' own errors are those of
// docs/fixed_point.md, which the tests hold.

namespace ctnn::verify::detail {

template <class T>
inline constexpr double step_of = 1 / static_cast<double>(std::int64_t{1} << T::fraction_bits);

// A constant as it is stored, and its distance from the real one.
template <class T>
constexpr double constant_error(double constant) {
    double const off = static_cast<double>(T(constant)) - constant;
    return off < 0 ? -off : off;
}

template <class Activation>
struct fixed_error;

struct no_error {
    template <class T>
    static constexpr double at(double) {
        return 0;
    }
};
template <>
struct fixed_error<identity> : no_error {};
template <>
struct fixed_error<relu> : no_error {};
template <>
struct fixed_error<hard_tanh> : no_error {};

template <real Slope>
struct fixed_error<basic_leaky_relu<Slope>> {
    template <class T>
    static constexpr double at(double magnitude) {
        return constant_error<T>(Slope.value) * magnitude + 0.5 * step_of<T>;
    }
};

// x / 6 + 1 / 2 for |x| up to 3. Where the format has no 3, its first number is taken to be below -3.
template <>
struct fixed_error<hard_sigmoid> {
    template <class T>
    static constexpr double at(double) {
        if (T::integer_bits < 2)
            return 0.25;
        return constant_error<T>(1.0 / 6) * 3 + 0.5 * step_of<T>;
    }
};

template <real Scale>
struct fixed_error<basic_elu<Scale>> {
    template <class T>
    static constexpr double at(double) {
        double const scale = Scale.value < 0 ? -Scale.value : Scale.value;
        double const off = constant_error<T>(Scale.value);
        return off + (scale + off) * 1.05 * step_of<T> + 0.5 * step_of<T>;
    }
};

template <>
struct fixed_error<sigmoid> {
    template <class T>
    static constexpr double at(double) {
        return 0.78 * step_of<T>;
    }
};
template <>
struct fixed_error<tanh> {
    template <class T>
    static constexpr double at(double) {
        return 0.79 * step_of<T>;
    }
};

// exp, then log1p, whose slope is at most 1.
template <>
struct fixed_error<softplus> {
    template <class T>
    static constexpr double at(double) {
        return (0.78 + 1.0) * step_of<T>;
    }
};

template <>
struct fixed_error<silu> {
    template <class T>
    static constexpr double at(double magnitude) {
        return (0.5 + 0.78 * magnitude) * step_of<T>;
    }
};

// erf's number is off by (magnitude + 1) / 2 steps and erf grows by up to 2 / sqrt pi times that; its own
// error is 1.18; half of it all, and a rounding; x times that, and a rounding.
template <>
struct fixed_error<gelu> {
    template <class T>
    static constexpr double at(double magnitude) {
        double const of_erf = 1.18 + 1.13 * 0.5 * (magnitude + 1);
        return (0.5 + magnitude * (0.5 + 0.5 * of_erf)) * step_of<T>;
    }
};

// softmax_range.hpp says why.
template <class T, std::size_t Size>
constexpr double fixed_softmax_error() {
    return (1 + 1.3 * static_cast<double>(Size + 1)) * step_of<T>;
}

} // namespace ctnn::verify::detail
