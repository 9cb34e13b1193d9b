#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <ctnn/concept/scalar.hpp>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/placed/mean_of_windows.hpp>
#include <ctnn/placed/window_options.hpp>

namespace ctnn {
CTNN_ARITHMETIC_BEGIN

/// The mean of each window, for each channel: `average_pool<kernel_size<2, 2>>` halves an image. Options as for `max_pool`.
///
/// Shape:    Places... x Channels -> one place for each window x Channels.
/// Gradient: each place of a window gets dL/dv, divided by the number of its places.
/// Cost:     windows * kernel places * Channels additions; a division for each output; no parameters, no bytes.
/// Errors:   as `max_pool`. In int8 a mean is rounded once, ties away from 0, as in TensorFlow Lite.
/// Source:   As Keras' AveragePooling2D: places in the padding do not count. (So does PyTorch's AvgPool2d with
///           `count_include_pad=False`; otherwise it is a pool without padding after `zero_padding`.)
/// Example:  tests/layer/average_pool.cpp
template <class... Options>
struct average_pool {
    using options = placed::window_options<placed::rank_of_kernel<Options...>, true, Options...>;
    using activation = typename options::activation;
    static constexpr char const* name = "average_pool";
    static constexpr auto settings = options::settings;

    template <class At, class Shape>
    using diagnosis = decltype(options::template pool_diagnosis<At, Shape>());
    template <class At>
    using step_diagnosis = typename At::takes_windows_of_steps_so_it_has_no_output_for_each_step;

    template <concepts::scalar Scalar, class Shape>
    using bound =
        placed::mean_of_windows<Scalar, typename options::template grid<Shape>,
                                typename options::template grid<Shape>::template output_shape<
                                    Shape::extents[Shape::rank - 1]>>;
};

CTNN_ARITHMETIC_END

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
