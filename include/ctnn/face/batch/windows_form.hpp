#pragma once

#include <cstddef>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/face/batch/dense_form.hpp>
#include <ctnn/face/batch/plain_form.hpp>
#include <ctnn/kernel/batch_outer.hpp>
#include <ctnn/kernel/group.hpp>
#include <ctnn/kernel/multiply_add.hpp>
#include <ctnn/kernel/transform.hpp>
#include <ctnn/kernel/transpose.hpp>
#include <ctnn/kernel/vector.hpp>
#include <ctnn/placed/detail/update_layer.hpp>
#include <ctnn/placed/weights_in_blocks.hpp>
#include <ctnn/tensor/detail/groups_of.hpp>

namespace ctnn::batch {
CTNN_ARITHMETIC_BEGIN

// An affine layer of many windows on groups of samples: its dense layers, window by window. What a sample sums up
// over its windows is rounded before it is added: each lane has its sums, of a layer for which these fit in a
// first-level cache, and then one sample is added after the other. Larger layers learn as a plain layer does.
template <class Stage>
struct windows_form : plain_form<Stage> {
    using scalar = typename Stage::scalar;
    using parameters = typename Stage::parameters;
    using windows = typename Stage::bound::windows;
    static constexpr std::size_t channels = Stage::bound::channels;
    static constexpr std::size_t group = kernel::group<scalar>;
    using each = dense_form<scalar, windows::size, channels>;

    static void forward(parameters const& p, scalar const* x, scalar* v, std::size_t groups) {
        alignas(64) scalar window[windows::size * group];
        placed::weights_in_blocks<Stage> const blocks(p);
        for (; groups > 0; --groups, x += windows::input_size * group)
            for (std::size_t w = 0; w < windows::count; ++w, v += channels * group) {
                windows::template gather<group>(x, w, +window);
                each::forward(blocks.of(w), window, v, 1);
            }
    }

    static void backward(parameters const& p, scalar const*, scalar const* dv, scalar* dx,
                         std::size_t groups) {
        alignas(64) scalar window[windows::size * group];
        placed::weights_in_blocks<Stage> const blocks(p);
        for (std::size_t i = 0; i < groups * windows::input_size * group; ++i)
            dx[i] = scalar(0);
        for (; groups > 0; --groups, dx += windows::input_size * group)
            for (std::size_t w = 0; w < windows::count; ++w, dv += channels * group) {
                each::backward(blocks.of(w), nullptr, dv, +window, 1);
                windows::template scatter_add<group>(+window, w, dx);
            }
    }

    template <class Rule, class... Memory>
    static void accumulate_or_update(kernel::batch_sums<Rule> const& plan, parameters& p,
                                     scalar const* x, scalar const* dv, parameters& gradient,
                                     scalar* working, Memory&... memory) {
        if constexpr (!sums_side_by_side) {
            plain_form<Stage>::accumulate_or_update(plan, p, x, dv, gradient, working, memory...);
        } else {
            if (plan.is_first)
                gradient = parameters{};
            for (std::size_t s = 0; s < plan.samples; s += group) {
                std::size_t const left = plan.samples - s;
                learn_group(x + s * windows::input_size, dv + s * windows::count * channels,
                            left < group ? left : group, gradient);
            }
            if (plan.is_step)
                ctnn::detail::update_parameters(plan.rule, gradient, p, memory...);
        }
    }

private:
    static constexpr std::size_t weights = windows::size * channels, sums = weights + channels;
    static constexpr bool sums_side_by_side =
        sums * group * sizeof(scalar) <= 24 * 1024 && tensor::groups_of<windows> == 1;

    // In each lane sum += x d, or += d without x.
    template <class... X>
    [[gnu::always_inline]] static void add_row(scalar* sum, scalar const* d, X const*... x) {
        constexpr std::size_t lanes = kernel::widest<scalar>;
        for (std::size_t k = 0; k < channels * group; k += lanes) {
            auto const total = kernel::load<lanes>(sum + k), in = kernel::load<lanes>(d + k);
            if constexpr (sizeof...(X) > 0)
                kernel::store<lanes>(
                    sum + k,
                    kernel::multiply_add(kernel::load<lanes>(x + k % group)..., in, total));
            else
                kernel::store<lanes>(sum + k, total + in);
        }
    }

    static void learn_group(scalar const* x, scalar const* dv, std::size_t samples,
                            parameters& gradient) {
        constexpr std::size_t stride = kernel::detail::padded<scalar, sums>;
        alignas(64) scalar window[windows::size * group];
        alignas(64) scalar side_by_side[sums * group]{};
        for (std::size_t w = 0; w < windows::count; ++w, dv += channels * group) {
            windows::template gather<group>(x, w, +window);
            for (std::size_t i = 0; i < windows::size; ++i)
                add_row(side_by_side + i * channels * group, dv,
                        static_cast<scalar const*>(window + i * group));
            add_row(side_by_side + weights * group, dv);
        }
        alignas(64) scalar one_by_one[stride * group];
        kernel::from_lanes<sums, stride>(
            static_cast<scalar const*>(side_by_side), [&](std::size_t sample)
                                                          __attribute__((always_inline)) {
                                                              return one_by_one + sample * stride;
                                                          });
        for (std::size_t s = 0; s < samples; ++s) {
            scalar const* const one = one_by_one + s * stride;
            kernel::transform<weights>([](auto const& a, auto const& b) { return a + b; },
                                       gradient.weights.values.data(),
                                       gradient.weights.values.data(), one);
            kernel::transform<channels>([](auto const& a, auto const& b) { return a + b; },
                                        gradient.biases.data(), gradient.biases.data(),
                                        one + weights);
        }
    }
};

CTNN_ARITHMETIC_END
} // namespace ctnn::batch
