#pragma once

#include <array>
#include <cstddef>
#include <ctnn/concept/customization.hpp>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/face/batch/plain_form.hpp>
#include <ctnn/kernel/group.hpp>
#include <ctnn/loss/detail/loss_at.hpp>

namespace ctnn::batch {
CTNN_ARITHMETIC_BEGIN

// A loss may say that its functions after an activation are written so that they also compile for
// the compilers' vectors: `template <class Activation> static constexpr bool takes_vectors`.
template <class Loss, class Stage>
concept loss_takes_vectors = kernel::vectorizable<typename Stage::scalar> &&
    customization::loss_takes_vectors<Loss, typename Stage::activation>;

// A loss at the last layer, on groups of samples: the value of each sample, and the derivative by
// the preactivation, times `weight`, in the preactivation's place.
template <class Stage, class Loss, class Scalar>
[[gnu::always_inline]] inline void learn_loss(Loss const& loss, Scalar* v, Scalar const* y,
                                              Scalar const* t, Scalar weight, Scalar* values,
                                              std::size_t groups) {
    constexpr std::size_t size = Stage::output_size;
    constexpr std::size_t group = kernel::group<Scalar>;
    if constexpr (loss_takes_vectors<Loss, Stage>) {
        constexpr std::size_t lanes = kernel::widest<Scalar>;
        using numbers = kernel::vector<Scalar, lanes>;
        using activation = typename Stage::activation;
        for (std::size_t g = 0; g < groups; ++g)
            for (std::size_t p = 0; p < group; p += lanes) {
                std::array<numbers, size> vs, ys, ts;
                std::size_t const first = g * size * group + p;
#pragma GCC unroll 4
                for (std::size_t i = 0; i < size; ++i) {
                    vs[i] = kernel::load<lanes>(v + first + i * group);
                    ys[i] = kernel::load<lanes>(y + first + i * group);
                    ts[i] = kernel::load<lanes>(t + first + i * group);
                }
                kernel::store<lanes>(values + g * group + p, loss.value(activation{}, vs, ys, ts));
                auto const dv = loss.derivative(activation{}, vs, ys, ts);
#pragma GCC unroll 4
                for (std::size_t i = 0; i < size; ++i)
                    kernel::store<lanes>(v + first + i * group, dv[i] * weight);
            }
    } else {
        for (std::size_t s = 0; s < groups * group; ++s) {
            using output = typename Stage::output;
            typename Stage::outcome last;
            last.preactivation = sample_of<output>(v, s);
            last.value = sample_of<output>(y, s);
            auto const target = sample_of<output>(t, s);
            values[s] = ctnn::detail::loss_value<Stage>(loss, last, target);
            auto dv = ctnn::detail::loss_derivative<Stage>(loss, last, target);
            for (Scalar& derivative : dv)
                derivative *= weight;
            put_sample(dv, v, s);
        }
    }
}

CTNN_ARITHMETIC_END
} // namespace ctnn::batch
