#pragma once

#include <cstddef>
#include <ctnn/tensor/detail/groups_of.hpp>
#include <ctnn/tensor/detail/steps.hpp>

namespace ctnn::tensor {

// A layer's windows on a step, once for each of Steps steps.
template <std::size_t Steps, class Windows>
struct repeated_windows {
    static constexpr std::size_t count = Steps * Windows::count, size = Windows::size;
    static constexpr std::size_t places = Windows::places;
    static constexpr std::size_t groups = groups_of<Windows>;
    static constexpr std::size_t input_size = Steps * Windows::input_size;
    static constexpr bool is_whole = Steps == 1 && Windows::is_whole;

    template <std::size_t Channels>
    using output_shape =
        typename with_steps<Steps, typename Windows::template output_shape<Channels>>::type;

    template <class Run>
    [[gnu::always_inline]] static constexpr void for_each_run(std::size_t window, Run const& run) {
        Windows::for_each_run(window % Windows::count,
                              [&](std::size_t into, std::size_t from, std::size_t length) {
                                  run(into, begin_of_step(window) + from, length);
                              });
    }
    template <std::size_t Width = 1, class Scalar>
    [[gnu::always_inline]] static constexpr void gather(Scalar const* x, std::size_t window,
                                                        Scalar* to, Scalar outside = Scalar(0)) {
        Windows::template gather<Width>(x + begin_of_step(window) * Width, window % Windows::count,
                                        to, outside);
    }
    template <std::size_t Width = 1, class Scalar>
    [[gnu::always_inline]] static constexpr void scatter_add(Scalar const* from, std::size_t window,
                                                             Scalar* to) {
        Windows::template scatter_add<Width>(from, window % Windows::count,
                                             to + begin_of_step(window) * Width);
    }
    static constexpr std::size_t input_of(std::size_t window, std::size_t number) {
        std::size_t const in_step = Windows::input_of(window % Windows::count, number);
        return in_step == Windows::input_size ? input_size : begin_of_step(window) + in_step;
    }

private:
    static constexpr std::size_t begin_of_step(std::size_t window) {
        return window / Windows::count * Windows::input_size;
    }
};

} // namespace ctnn::tensor
