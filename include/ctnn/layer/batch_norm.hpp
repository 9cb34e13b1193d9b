#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <array>
#include <cstddef>
#include <ctnn/concept/scalar.hpp>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/error/diagnosis.hpp>
#include <ctnn/math/is_finite.hpp>
#include <ctnn/math/sqrt.hpp>
#include <ctnn/number/real.hpp>
#include <ctnn/placed/normalizes.hpp>
#include <type_traits>

namespace ctnn {
CTNN_ARITHMETIC_BEGIN

/// Batch normalization with fixed statistics: for each channel, v = gamma (x - mean) / sqrt(variance + epsilon) + beta.
/// `batch_norm` has the epsilon of PyTorch, 1e-5; `basic_batch_norm<1e-3>` has that of Keras. Training changes gamma and
/// beta, never mean and variance: `calibrated(net, samples)` sets these. `folded(net)` moves the layer into the weights
/// of its neighbours: fold before you quantize, prove or ship.
///
/// Shape:    any -> the same; gamma, beta, mean and variance for each channel.
/// Gradient: dL/dgamma = sum dL/dv (x - mean) / sqrt(variance + epsilon), dL/dbeta = sum dL/dv, over all places;
///           dL/dx = dL/dv gamma / sqrt(variance + epsilon).
/// Cost:     a multiply-add for each number, a square root and a division for each channel; nothing, once folded.
/// Errors:   an epsilon that is negative or not finite does not compile. A negative variance gives NaN. In fixed point
///           epsilon may round to 0: convert the folded network.
/// Source:   S. Ioffe, C. Szegedy, "Batch normalization: accelerating deep network training by reducing internal
///           covariate shift", ICML 2015. Parameters as in Keras and PyTorch.
/// Example:  tests/layer/batch_norm.cpp
template <real Epsilon>
struct basic_batch_norm {
    static constexpr char const* name = "batch_norm";
    static constexpr double settings[] = {Epsilon.value};
    using step_layer = basic_batch_norm; // it has the same channels at each step

    template <class At, class Shape>
    using diagnosis =
        std::conditional_t<Epsilon.value >= 0 && math::is_finite(Epsilon.value), error::none,
                           typename At::has_an_epsilon_that_is_negative_or_not_finite>;

    template <concepts::scalar Scalar, class Shape>
    struct bound {
        using output_shape = Shape;
        static constexpr std::size_t size = Shape::size;
        static constexpr std::size_t statistics = Shape::extents[Shape::rank - 1];
        static constexpr std::size_t multiply_adds = size, working_scalars = statistics;
        using values = std::array<Scalar, size>;
        using of_channels = std::array<Scalar, statistics>;

        struct parameters {
            static constexpr std::size_t frozen = 2; // mean and variance
            of_channels gamma{}, beta{}, mean{}, variance{};

            friend constexpr bool operator==(parameters const&, parameters const&) = default;
        };

        static constexpr values forward(parameters const& p, values const& x) {
            of_channels const scale = scales(p);
            values v;
            for (std::size_t i = 0; i < size; i += statistics)
                for (std::size_t c = 0; c < statistics; ++c)
                    v[i + c] = (x[i + c] - p.mean[c]) * scale[c] + p.beta[c];
            return v;
        }
        static constexpr values backward(parameters const& p, values const&, values const& dv) {
            of_channels const scale = scales(p);
            values dx;
            for (std::size_t i = 0; i < size; i += statistics)
                for (std::size_t c = 0; c < statistics; ++c)
                    dx[i + c] = dv[i + c] * scale[c];
            return dx;
        }
        static constexpr void accumulate_gradient(parameters const& p, values const& x,
                                                  values const& dv, parameters& gradient) {
            of_channels products{}, sums{};
            for (std::size_t i = 0; i < size; i += statistics)
                for (std::size_t c = 0; c < statistics; ++c) {
                    products[c] = products[c] + dv[i + c] * (x[i + c] - p.mean[c]);
                    sums[c] = sums[c] + dv[i + c];
                }
            for (std::size_t c = 0; c < statistics; ++c) {
                gradient.gamma[c] += products[c] / deviation(p, c);
                gradient.beta[c] += sums[c];
            }
        }

        template <class Draw>
        static constexpr void initialize(parameters& p, Draw&&) {
            p.gamma.fill(Scalar(1));
            p.variance.fill(Scalar(1));
        }

        // From samples (network/calibrated.hpp).
        static constexpr void set_statistics(parameters& p, std::size_t channel, double mean,
                                             double variance) {
            p.mean[channel] = static_cast<Scalar>(mean);
            p.variance[channel] = static_cast<Scalar>(variance);
        }
        // As factor x + offset (network/folded.hpp).
        static constexpr placed::factor_and_offset in_one_product(parameters const& p,
                                                                  std::size_t channel) {
            double const factor =
                static_cast<double>(p.gamma[channel]) /
                math::sqrt(static_cast<double>(p.variance[channel]) + Epsilon.value);
            return {factor, static_cast<double>(p.beta[channel]) -
                                static_cast<double>(p.mean[channel]) * factor};
        }

    private:
        static constexpr Scalar deviation(parameters const& p, std::size_t channel) {
            using math::sqrt;
            return sqrt(p.variance[channel] + Scalar(Epsilon.value));
        }
        static constexpr of_channels scales(parameters const& p) {
            of_channels all{};
            for (std::size_t c = 0; c < statistics; ++c)
                all[c] = p.gamma[c] / deviation(p, c);
            return all;
        }
    };
};
using batch_norm = basic_batch_norm<1e-5>;

CTNN_ARITHMETIC_END
} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
