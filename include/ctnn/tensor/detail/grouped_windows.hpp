#pragma once

#include <cstddef>
#include <ctnn/tensor/detail/run_windows.hpp>

namespace ctnn::tensor {

// The windows of a grid with its channels in groups: each window of the grid is one for each group, which has that group's
// channels.
template <class Grid, std::size_t Groups>
struct grouped_windows : run_windows<grouped_windows<Grid, Groups>> {
    using grid = Grid;
    static constexpr std::size_t groups = Groups;
    static constexpr std::size_t channels = Grid::channels / Groups;
    static constexpr std::size_t count = Grid::count * Groups;
    static constexpr std::size_t places = Grid::places;
    static constexpr std::size_t size = places * channels;
    static constexpr std::size_t input_size = Grid::input_size;
    static constexpr bool is_whole = false, is_padded = Grid::is_padded;

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
