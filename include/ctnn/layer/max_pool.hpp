#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <array>
#include <cstddef>
#include <ctnn/concept/scalar.hpp>
#include <ctnn/kernel/larger_of.hpp>
#include <ctnn/placed/window_options.hpp>

namespace ctnn {

/// The largest number of each window, for each channel: `max_pool<kernel_size<2, 2>>` halves an image. Options, in
/// any order: `kernel_size`, with as many numbers as the input has axes besides its channels; `strides`, as long as
/// the kernel without them; `dilation`; `padding` or `padding_same`, of which the places are left out; an activation.
///
/// Shape:    Places... x Channels -> one place for each window x Channels.
/// Gradient: dL/dv goes to the largest number of the window, of equal ones to the first.
/// Cost:     windows * kernel places * Channels comparisons; no parameters, no bytes.
/// Errors:   as `conv2d`; and padding that leaves a window without a place. One NaN in a window makes its output
///           NaN.
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

    template <concepts::scalar Scalar, class Shape>
    struct bound {
        using grid = typename options::template grid<Shape>;
        static constexpr std::size_t channels = grid::channels;
        static constexpr std::size_t multiply_adds = 0;
        static constexpr bool only_compares = true;
        using output_shape = typename grid::template output_shape<channels>;
        using input_type = std::array<Scalar, Shape::size>;
        using output_type = std::array<Scalar, output_shape::size>;

        struct parameters {
            friend constexpr bool operator==(parameters, parameters) = default;
        };

        static constexpr output_type forward(parameters, input_type const& x) {
            output_type v{};
            for (std::size_t w = 0; w < grid::count; ++w) {
                Scalar* const most = v.data() + w * channels;
                for_each_number(w, [&](std::size_t channel, std::size_t at, bool is_first) {
                    most[channel] = is_first ? x[at] : kernel::larger_of(most[channel], x[at]);
                });
            }
            return v;
        }

        static constexpr input_type backward(parameters, input_type const& x,
                                             output_type const& dv) {
            input_type dx{};
            for (std::size_t w = 0; w < grid::count; ++w) {
                std::size_t where[channels]{};
                for_each_number(w, [&](std::size_t channel, std::size_t at, bool is_first) {
                    if (is_first || kernel::takes_over(x[at], x[where[channel]]))
                        where[channel] = at;
                });
                for (std::size_t c = 0; c < channels; ++c)
                    dx[where[c]] += dv[w * channels + c];
            }
            return dx;
        }

    private:
        // f(channel, number of the input, whether it is the channel's first one) for the places of a window.
        template <class F>
        static constexpr void for_each_number(std::size_t window, F const& f) {
            bool is_first = true;
            grid::for_each_run(window, [&](std::size_t, std::size_t from, std::size_t length) {
                for (std::size_t i = 0; i < length; i += channels, is_first = false)
                    for (std::size_t c = 0; c < channels; ++c)
                        f(c, from + i + c, is_first);
            });
        }
    };
};

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
