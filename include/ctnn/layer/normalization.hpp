#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <array>
#include <cstddef>
#include <ctnn/concept/scalar.hpp>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/math/sqrt.hpp>
#include <ctnn/placed/normalizes.hpp>

namespace ctnn {
CTNN_ARITHMETIC_BEGIN

/// v = (x - mean) / deviation, for each number: as the first layer, it takes inputs in raw units. Training does not change
/// its parameters. They come from data: `calibrated(net, samples)`, or `net.layer<0>() = {scale.mean, scale.deviation}`
/// from a `standardization`. `folded(net)` moves the layer into its neighbours.
///
/// Shape:    any -> the same; mean and deviation for each number.
/// Gradient: dL/dx = dL/dv / deviation.
/// Cost:     a subtraction and a division for each number; nothing, once folded.
/// Errors:   a deviation of 0 gives infinite numbers or NaN.
/// Example:  tests/layer/normalization.cpp
struct normalization {
    static constexpr char const* name = "normalization";

    template <concepts::scalar Scalar, class Shape>
    struct bound {
        using output_shape = Shape;
        static constexpr std::size_t size = Shape::size, statistics = size;
        static constexpr std::size_t multiply_adds = size, working_scalars = 0;
        using values = std::array<Scalar, size>;

        struct parameters {
            static constexpr std::size_t frozen = 2;
            values mean{}, deviation{};

            friend constexpr bool operator==(parameters const&, parameters const&) = default;
        };

        static constexpr values forward(parameters const& p, values const& x) {
            values v{};
            for (std::size_t i = 0; i < size; ++i)
                if constexpr (requires { quotient_of_difference(x[i], x[i], x[i]); })
                    v[i] = quotient_of_difference(x[i], p.mean[i], p.deviation[i]);
                else
                    v[i] = (x[i] - p.mean[i]) / p.deviation[i];
            return v;
        }
        static constexpr values backward(parameters const& p, values const&, values const& dv) {
            values dx{};
            for (std::size_t i = 0; i < size; ++i)
                dx[i] = dv[i] / p.deviation[i];
            return dx;
        }
        static constexpr void accumulate_gradient(parameters const&, values const&, values const&,
                                                  parameters&) {}

        template <class Draw>
        static constexpr void initialize(parameters& p, Draw&&) {
            p.deviation.fill(Scalar(1));
        }

        // From samples (network/calibrated.hpp). A number that does not vary is not divided.
        static constexpr void set_statistics(parameters& p, std::size_t i, double mean,
                                             double variance) {
            p.mean[i] = static_cast<Scalar>(mean);
            Scalar const deviation = static_cast<Scalar>(math::sqrt(variance));
            p.deviation[i] = deviation == Scalar(0) ? Scalar(1) : deviation;
        }
        // As factor x + offset (network/folded.hpp).
        static constexpr placed::factor_and_offset in_one_product(parameters const& p,
                                                                  std::size_t i) {
            double const factor = 1 / static_cast<double>(p.deviation[i]);
            return {factor, -static_cast<double>(p.mean[i]) * factor};
        }
    };
};

CTNN_ARITHMETIC_END
} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
