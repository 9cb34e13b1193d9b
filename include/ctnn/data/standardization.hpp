#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <array>
#include <cstddef>
#include <ctnn/detail/in_blocks.hpp>
#include <ctnn/math/sqrt.hpp>
#include <ctnn/sample.hpp>
#include <utility>

namespace ctnn {

/// Puts every input on one scale: less its mean, over its standard deviation. Both are taken from
/// the training set, and serve the test set and the inputs in use as well:
/// `standardization const scale(parts.training);`, then `scale(parts.training)`, `scale(x)`.
///
/// An input that is the same in all samples has that as its mean and 1 as its deviation.
///
/// Shape:    mean, deviation: an array of the input's shape. Takes an input, a sample, or an array
///           of samples, and gives the same.
/// Gradient: 1 / deviation.
/// Cost:     twice the input's size. To make: two sums over the samples, and for each input a
///           square root. To use: for each input a subtraction and a division.
/// Errors:   an array of no samples has mean 0 and deviation 1; NaN gives NaN.
/// Source:   population standard deviation; as scikit-learn's StandardScaler.
/// Example:  docs/examples/iris.cpp
template <class Scalar, std::size_t Inputs>
struct standardization {
    std::array<Scalar, Inputs> mean{};
    std::array<Scalar, Inputs> deviation{};

    constexpr standardization(std::array<Scalar, Inputs> const& the_mean,
                              std::array<Scalar, Inputs> const& the_deviation)
        : mean{the_mean}, deviation{the_deviation} {}

    template <class Target, std::size_t Size>
    explicit constexpr standardization(
        std::array<sample<std::array<Scalar, Inputs>, Target>, Size> const& samples) {
        for (Scalar& one : deviation)
            one = static_cast<Scalar>(1.0);
        if (Size != 0)
            measure(samples.data(), Size);
    }

    constexpr std::array<Scalar, Inputs> operator()(std::array<Scalar, Inputs> input) const {
        apply(input.data());
        return input;
    }

    template <class Target>
    constexpr auto operator()(sample<std::array<Scalar, Inputs>, Target> one) const {
        apply(one.input.data());
        return one;
    }

    template <class Target, std::size_t Size>
    constexpr auto
    operator()(std::array<sample<std::array<Scalar, Inputs>, Target>, Size> samples) const {
        for (auto& one : samples)
            apply(one.input.data());
        return samples;
    }

    friend constexpr bool operator==(standardization const&, standardization const&) = default;

private:
    template <class Sample>
    constexpr void measure(Sample const* samples, std::size_t size) {
        using math::sqrt;
        Scalar const count = static_cast<Scalar>(static_cast<double>(size));
        Scalar sums[Inputs]{};
        for (std::size_t i = 0; i != size; ++i)
            detail::in_blocks<Inputs>(
                []<std::size_t... Index>(std::index_sequence<Index...>, Scalar * sum,
                                         Scalar const* x) { ((sum[Index] += x[Index]), ...); },
                sums, samples[i].input.data());
        Scalar squares[Inputs]{};
        Scalar* const means = mean.data();
        for (std::size_t column = 0; column != Inputs; ++column)
            means[column] = sums[column] / count;
        for (std::size_t i = 0; i != size; ++i)
            detail::in_blocks<Inputs>(
                []<std::size_t... Index>(std::index_sequence<Index...>, Scalar * square,
                                         Scalar const* x, Scalar const* middle) {
                    ((square[Index] += (x[Index] - middle[Index]) * (x[Index] - middle[Index])),
                     ...);
                },
                squares, samples[i].input.data(), means);
        for (std::size_t column = 0; column != Inputs; ++column) {
            Scalar const variance = squares[column] / count;
            // The mean of equal values may be rounded, which leaves them a little deviation.
            if (variance <= means[column] * means[column] * static_cast<Scalar>(1e-6) &&
                are_equal(samples, size, column))
                means[column] = samples[0].input[column];
            else
                deviation[column] = sqrt(variance);
        }
    }

    template <class Sample>
    static constexpr bool are_equal(Sample const* samples, std::size_t size, std::size_t column) {
        for (std::size_t i = 1; i != size; ++i)
            if (!(samples[i].input[column] == samples[0].input[column]))
                return false;
        return true;
    }

    constexpr void apply(Scalar* input) const {
        detail::in_blocks<Inputs>(
            []<std::size_t... Index>(std::index_sequence<Index...>, Scalar * x,
                                     Scalar const* middle, Scalar const* spread) {
                ((x[Index] = (x[Index] - middle[Index]) / spread[Index]), ...);
            },
            input, mean.data(), deviation.data());
    }
};

template <class Scalar, std::size_t Inputs, class Target, std::size_t Size>
standardization(std::array<sample<std::array<Scalar, Inputs>, Target>, Size> const&)
    -> standardization<Scalar, Inputs>;

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
