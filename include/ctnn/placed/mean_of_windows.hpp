#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <ctnn/concept/scalar.hpp>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/kernel/exact_sum.hpp>
#include <ctnn/kernel/mean.hpp>
#include <ctnn/tensor/detail/grouped_windows.hpp>
#include <ctnn/tensor/matrix.hpp>

namespace ctnn::placed {
CTNN_ARITHMETIC_BEGIN

// The windows of a grid, one for each channel, each with weights of its own.
template <class Grid>
struct windows_of_means : tensor::grouped_windows<Grid, Grid::channels> {
    static constexpr std::size_t groups = Grid::count * Grid::channels;

    // f(the first number of the place) for the places that a window of the grid has.
    template <class F>
    static constexpr void for_each_place(std::size_t window, F const& f) {
        Grid::for_each_run(window, [&](std::size_t, std::size_t from, std::size_t length) {
            for (std::size_t i = 0; i < length; i += Grid::channels)
                f(from + i);
        });
    }
    static constexpr std::size_t places_of([[maybe_unused]] std::size_t window) {
        if constexpr (Grid::is_padded) {
            std::size_t count = 0;
            for_each_place(window, [&](std::size_t) { ++count; });
            return count;
        }
        return Grid::places;
    }
};

// A layer that gives the mean of each window, channel by channel; places in the padding do not count. It is affine with
// constant weights, 1 / n for each of the n places that a window has, and adds up before it divides. Its code never falls,
// so it also gives the ends of intervals.
template <concepts::scalar Scalar, class Grid, class Output>
struct mean_of_windows {
    using windows = windows_of_means<Grid>;
    static constexpr std::size_t channels = 1; // of each window
    static constexpr bool is_nondecreasing = true;
    static constexpr std::size_t multiply_adds = 0;
    static constexpr std::size_t working_scalars = 0;
    using output_shape = Output;
    using input_type = std::array<Scalar, Grid::input_size>;
    using output_type = std::array<Scalar, Output::size>;

    struct parameters {
        // For proofs; programs do not have them.
        static constexpr matrix<double, Grid::places, windows::groups> weights = [] {
            matrix<double, Grid::places, windows::groups> all{};
            for (std::size_t w = 0; w < windows::count; ++w)
                windows::for_each_run(w, [&](std::size_t into, std::size_t, std::size_t) {
                    all.values[into * windows::groups + w] =
                        1 / static_cast<double>(windows::places_of(w / Grid::channels));
                });
            return all;
        }();
        static constexpr std::array<double, windows::groups> biases{};

        friend constexpr bool operator==(parameters, parameters) = default;
    };

    // For Width numbers side by side.
    template <std::size_t Width = 1, class Number>
    static constexpr void run(Number const* x, Number* v) {
        constexpr std::size_t row = Grid::channels * Width;
        for (std::size_t w = 0; w < Grid::count; ++w, v += row)
            if constexpr (kernel::sums_exactly<Number>) {
                typename Number::template exact_sum<Grid::places> sums[row];
                windows::for_each_place(w, [&](std::size_t from) {
                    for (std::size_t c = 0; c < row; ++c)
                        sums[c].add(x[from * Width + c]);
                });
                for (std::size_t c = 0; c < row; ++c)
                    v[c] = sums[c].mean(windows::places_of(w));
            } else {
                for (std::size_t c = 0; c < row; ++c)
                    v[c] = Number(0);
                windows::for_each_place(w, [&](std::size_t from) {
                    for (std::size_t c = 0; c < row; ++c)
                        v[c] += x[from * Width + c];
                });
                for (std::size_t c = 0; c < row; ++c)
                    v[c] = ctnn::detail::mean_of(v[c], windows::places_of(w));
            }
    }
    template <std::size_t Width = 1, class Number>
    static constexpr void run_back(Number const* dv, Number* dx) {
        constexpr std::size_t row = Grid::channels * Width;
        for (std::size_t i = 0; i < Grid::input_size * Width; ++i)
            dx[i] = Number(0);
        for (std::size_t w = 0; w < Grid::count; ++w, dv += row)
            windows::for_each_place(w, [&](std::size_t from) {
                for (std::size_t c = 0; c < row; ++c)
                    dx[from * Width + c] += ctnn::detail::mean_of(dv[c], windows::places_of(w));
            });
    }
    // Rounded to the nearest integer, ties away from 0.
    template <class From, class To>
    static constexpr void on_integers(From const* x, To* v) {
        for (std::size_t w = 0; w < Grid::count; ++w)
            for (std::size_t c = 0; c < Grid::channels; ++c) {
                std::int32_t sum = 0;
                windows::for_each_place(w, [&](std::size_t from) { sum += x[from + c]; });
                auto const count = static_cast<std::int32_t>(windows::places_of(w)),
                           half = count / 2;
                *v++ = static_cast<To>((sum > 0 ? sum + half : sum - half) / count);
            }
    }

    static constexpr output_type forward(parameters, input_type const& x) {
        output_type v{};
        run(x.data(), v.data());
        return v;
    }
    static constexpr void forward_into(parameters, input_type const& x, output_type& v) {
        run(x.data(), v.data());
    }
    static constexpr input_type backward(parameters, input_type const&, output_type const& dv) {
        input_type dx{};
        run_back(dv.data(), dx.data());
        return dx;
    }
};

CTNN_ARITHMETIC_END
} // namespace ctnn::placed
