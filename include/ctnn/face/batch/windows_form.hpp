#pragma once

#include <cstddef>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/face/batch/dense_form.hpp>
#include <ctnn/face/batch/plain_form.hpp>
#include <ctnn/kernel/group.hpp>
#include <ctnn/placed/weights_in_blocks.hpp>

namespace ctnn::batch {
CTNN_ARITHMETIC_BEGIN

// An affine layer of many windows on groups of samples: its dense layers, window by window. It learns as a
// plain layer does, for what a sample sums up over its windows is rounded before it is added.
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
};

CTNN_ARITHMETIC_END
} // namespace ctnn::batch
