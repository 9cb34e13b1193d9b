#pragma once

#include <cstddef>
#include <utility>

// Which windows of a grid lie inside its input, and where their numbers are, as tables: an evaluator reads a number of
// a table far faster than it finds it by loops.

namespace ctnn::tensor {

template <class Windows>
struct windows_inside {
    static constexpr std::size_t outside = static_cast<std::size_t>(-1);
    // Windows of a grid have them, if the numbers of one fit into an expression. Others are all taken for outside.
    static constexpr bool has_tables = Windows::size <= 256 && requires {
        Windows::step;
        Windows::run_length;
    };

    // Of each window its first number in the input, or `outside`. (An array of the language, for to an evaluator the
    // subscript of std::array is a call.)
    struct table {
        std::size_t first[Windows::count];
    };
    static constexpr table begin = [] {
        table all{};
        for (std::size_t& one : all.first)
            one = outside;
        if constexpr (has_tables)
            Windows::for_each_row_inside(
                [&](std::size_t first, std::size_t count, std::size_t number) {
                    for (std::size_t i = 0; i < count; ++i)
                        all.first[first + i] = number + i * Windows::step;
                });
        return all;
    }();

    // How far after the first number of its window a number lies.
    template <std::size_t Number>
    static constexpr std::size_t
        place = Windows::run_offset(Number / Windows::run_length) + Number % Windows::run_length;

    // Copies of a window, in one expression.
    template <class Scalar>
    static constexpr void gather(Scalar const* x, Scalar* to) {
        if constexpr (has_tables)
            gather(x, to, std::make_index_sequence<Windows::size>{});
    }
    template <class Scalar>
    static constexpr void scatter_add(Scalar const* from, Scalar* to) {
        if constexpr (has_tables)
            scatter_add(from, to, std::make_index_sequence<Windows::size>{});
    }

private:
    template <class Scalar, std::size_t... Number>
    static constexpr void gather(Scalar const* x, Scalar* to, std::index_sequence<Number...>) {
        ((to[Number] = x[place<Number>]), ...);
    }
    template <class Scalar, std::size_t... Number>
    static constexpr void scatter_add(Scalar const* from, Scalar* to,
                                      std::index_sequence<Number...>) {
        ((to[place<Number>] += from[Number]), ...);
    }
};

} // namespace ctnn::tensor
