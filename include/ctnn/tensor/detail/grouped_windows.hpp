#pragma once

#include <cstddef>
#include <ctnn/tensor/detail/groups_of.hpp>

namespace ctnn::tensor {

// The windows of a grid with its channels in groups: each window of the grid is one for each group, which has that group's
// channels.
template <class Grid, std::size_t Groups>
struct grouped_windows {
    static constexpr std::size_t groups = Groups;
    static constexpr std::size_t channels = Grid::channels / Groups;
    static constexpr std::size_t count = Grid::count * Groups;
    static constexpr std::size_t places = Grid::places;
    static constexpr std::size_t size = places * channels;
    static constexpr std::size_t input_size = Grid::input_size;
    static constexpr bool is_whole = false;

    template <std::size_t Channels>
    using output_shape = typename Grid::template output_shape<Channels * Groups>;

    template <class Run>
    [[gnu::always_inline]] static constexpr void for_each_run(std::size_t window, Run const& run) {
        std::size_t const first = window % Groups * channels;
        Grid::for_each_run(window / Groups,
                           [&](std::size_t into, std::size_t from, std::size_t length) {
                               for (std::size_t i = 0; i < length; i += Grid::channels)
                                   run((into + i) / Groups, from + i + first, channels);
                           });
    }

    template <std::size_t Width = 1, class Scalar>
    [[gnu::always_inline]] static constexpr void gather(Scalar const* x, std::size_t window,
                                                        Scalar* to, Scalar outside = Scalar(0)) {
        for (std::size_t i = 0; i < size * Width; ++i)
            to[i] = outside;
        for_each_run(window, [=](std::size_t into, std::size_t from, std::size_t length) {
            for (std::size_t i = 0; i < length * Width; ++i)
                to[into * Width + i] = x[from * Width + i];
        });
    }
    template <std::size_t Width = 1, class Scalar>
    [[gnu::always_inline]] static constexpr void scatter_add(Scalar const* from, std::size_t window,
                                                             Scalar* to) {
        for_each_run(window, [=](std::size_t of, std::size_t into, std::size_t length) {
            for (std::size_t i = 0; i < length * Width; ++i)
                to[into * Width + i] += from[of * Width + i];
        });
    }
    static constexpr std::size_t input_of(std::size_t window, std::size_t number) {
        std::size_t found = input_size;
        for_each_run(window, [&](std::size_t into, std::size_t from, std::size_t length) {
            if (into <= number && number < into + length)
                found = from + (number - into);
        });
        return found;
    }
};

// A single group is the grid.
template <class Grid, std::size_t Groups>
struct windows_in_groups {
    using type = grouped_windows<Grid, Groups>;
};
template <class Grid>
struct windows_in_groups<Grid, 1> {
    using type = Grid;
};

} // namespace ctnn::tensor
