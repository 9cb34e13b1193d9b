#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <array>
#include <concepts>
#include <cstddef>
#include <ctnn/data/detail/column_moments.hpp>
#include <ctnn/data/detail/each_unrolled.hpp>
#include <ctnn/data/detail/samples_range.hpp>
#include <ctnn/data/sample.hpp>
#include <ctnn/error/diagnosis.hpp>
#include <limits>
#include <utility>

namespace ctnn {

/// Puts every input on one scale: less its mean, over its standard deviation. Both are taken from
/// the training set, and serve the test set and the inputs in use as well:
/// `standardization const scale(parts.training);`, then `scale(parts.training)`, `scale(x)`.
///
/// An input that is the same in all samples has that value as its mean, and deviation 1. An input that varies, however little,
/// has a deviation above 0: at least the smallest number of the scalar.
///
/// Shape:    mean, deviation: an array of the input's shape. Measures any contiguous range of samples. Takes an
///           input, a sample, or what owns samples (`std::array`, `std::vector`, the result of `csv`), and gives
///           a copy.
/// Gradient: 1 / deviation.
/// Cost:     twice the input's size. To make: three passes over the samples, for each input about 30
///           operations a sample and a square root. To use: a subtraction and a division.
/// Errors:   in float and double, mean and deviation are the exact ones but for the last two bits,
///           however many samples there are and however large or small they are. Where numbers of both signs cancel,
///           the mean's error is far below an epsilon of their mean size. In fixed point both
///           are the nearest numbers. Samples of which there are none have mean 0 and deviation 1; NaN
///           gives NaN. A scalar of the user's has its own roundings.
/// Source:   population standard deviation; as scikit-learn's StandardScaler.
/// Example:  docs/examples/iris.cpp
template <class Scalar, std::size_t Inputs>
struct standardization {
    std::array<Scalar, Inputs> mean{};
    std::array<Scalar, Inputs> deviation{};

    constexpr standardization(std::array<Scalar, Inputs> const& the_mean,
                              std::array<Scalar, Inputs> const& the_deviation)
        : mean{the_mean}, deviation{the_deviation} {}

    template <detail::contiguous_samples Samples>
        requires std::same_as<decltype(detail::element_of<Samples>::input),
                              std::array<Scalar, Inputs>>
    explicit constexpr standardization(Samples const& samples) {
        for (Scalar& one : deviation)
            one = static_cast<Scalar>(1.0);
        if (std::size_t const size = std::size(samples); size != 0) {
            constexpr std::size_t at_once = 64, rest = Inputs % at_once;
            for (std::size_t first = 0; first + at_once <= Inputs; first += at_once)
                measure<at_once>(std::data(samples), size, first);
            if constexpr (rest != 0)
                measure<rest>(std::data(samples), size, Inputs - rest);
        }
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

    template <class Samples,
              class Diagnosis = decltype(detail::copied_samples_diagnosis<Samples>())>
        requires detail::is_none<Diagnosis> &&
            std::same_as<decltype(detail::element_of<Samples>::input), std::array<Scalar, Inputs>>
    constexpr Samples operator()(Samples samples) const {
        auto* one = std::data(samples);
        for (auto* const end = one + std::size(samples); one != end; ++one)
            apply(one->input.data());
        return samples;
    }

    template <detail::contiguous_samples Samples,
              class Diagnosis = decltype(detail::copied_samples_diagnosis<Samples>())>
        requires(!detail::is_none<Diagnosis>)
    void operator()(Samples const&) const = delete;

    friend constexpr bool operator==(standardization const&, standardization const&) = default;

private:
    template <std::size_t Columns, class Sample>
    constexpr void measure(Sample const* samples, std::size_t size, std::size_t first) {
        detail::column_moments<Scalar, Columns> const found(samples, size, first);
        Scalar* const means = mean.data() + first;
        Scalar* const deviations = deviation.data() + first;
        for (std::size_t k = 0; k != Columns; ++k) {
            means[k] = found.mean[k];
            deviations[k] = found.deviation[k];
        }
    }

    constexpr void apply(Scalar* input) const {
        detail::each_unrolled<Inputs>(
            []<std::size_t... Index>(std::index_sequence<Index...>, Scalar * x,
                                     Scalar const* middle, Scalar const* spread) {
                if constexpr (requires { quotient_of_difference(*x, *middle, *spread); }) {
                    ((x[Index] = quotient_of_difference(x[Index], middle[Index], spread[Index])),
                     ...);
                } else if constexpr (std::floating_point<Scalar>) {
                    // Half of everything where the difference could overflow: beside a large mean only.
                    using limits = std::numeric_limits<Scalar>;
                    constexpr Scalar half = 1 / Scalar(2);
                    constexpr Scalar large = (limits::max)() * (limits::epsilon() / 4);
                    ((x[Index] = (middle[Index] < large && middle[Index] > -large
                                      ? (x[Index] - middle[Index]) / spread[Index]
                                      : (x[Index] * half - middle[Index] * half) /
                                            (spread[Index] * half))),
                     ...);
                } else {
                    ((x[Index] = (x[Index] - middle[Index]) / spread[Index]), ...);
                }
            },
            input, mean.data(), deviation.data());
    }
};

template <detail::contiguous_samples Samples>
standardization(Samples const&)
    -> standardization<typename detail::input_of_samples<Samples>::scalar,
                       detail::input_of_samples<Samples>::size>;

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
