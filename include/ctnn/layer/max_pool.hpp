#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <ctnn/concept/scalar.hpp>
#include <ctnn/placed/largest_of_windows.hpp>
#include <ctnn/placed/window_options.hpp>

namespace ctnn {

/// The largest number of each window, for each channel: `max_pool<kernel_size<2, 2>>` halves an image. Options, in
/// any order: `kernel_size`, with one number for each axis except the channels; `strides`, the kernel's size without
/// them; `dilation`; `padding` or `padding_same`, whose places do not count; an activation.
///
/// Shape:    Places... x Channels -> one place for each window x Channels.
/// Gradient: dL/dv goes to the largest number of the window, or to the first one if several are equal.
/// Cost:     windows * kernel places * Channels comparisons; no parameters, no bytes.
/// Errors:   as `conv2d`; and padding that leaves a window without a place. One NaN in a window makes its output
///           NaN. Over the steps of a sequence it has no stream.
/// Source:   K. Yamaguchi et al., "A neural network for speaker-independent isolated word recognition", ICSLP
///           1990. As PyTorch's MaxPool2d.
/// Example:  tests/layer/max_pool.cpp
template <class... Options>
struct max_pool {
    using options = placed::window_options<placed::rank_of_kernel<Options...>, true, Options...>;
    using activation = typename options::activation;
    static constexpr char const* name = "max_pool";
    static constexpr auto settings = options::settings;

    template <class At, class Shape>
    using diagnosis = decltype(options::template pool_diagnosis<At, Shape>());
    template <class At>
    using step_diagnosis = typename At::takes_windows_of_steps_so_it_has_no_output_for_each_step;

    template <concepts::scalar Scalar, class Shape>
    using bound =
        placed::largest_of_windows<Scalar, typename options::template grid<Shape>,
                                   typename options::template grid<Shape>::template output_shape<
                                       Shape::extents[Shape::rank - 1]>>;
};

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
