#pragma once

#include <cstddef>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/kernel/chains.hpp>
#include <ctnn/kernel/multiply_add.hpp>
#include <ctnn/kernel/vector.hpp>
#include <utility>

namespace ctnn::kernel {
CTNN_ARITHMETIC_BEGIN

// The layout of the windows of a row: Rows of Places places each, Step numbers apart; the next window begins Stride
// numbers later. A place has Size numbers.
template <std::size_t Rows, std::size_t Places, std::size_t Step, std::size_t Stride,
          std::size_t Size>
struct window_row {
    static constexpr std::size_t rows = Rows, places = Places, size = Size;
    static constexpr std::size_t step = Step, stride = Stride, terms = Rows * Places;
};

namespace detail {

// One vector or less of Count windows, for which a weight is read once.
template <class Row, std::size_t Count, std::size_t Lanes, std::size_t Take, class Scalar>
[[gnu::always_inline]] inline void affine_lanes_of_windows(Scalar const* const* x,
                                                           Scalar const* weights,
                                                           Scalar const* biases, Scalar* y) {
    constexpr std::size_t n = chains<Row::terms, 1>;
    using values = vector<Scalar, Lanes>;
    values sums[n * Count]{};
#pragma GCC unroll 16
    for (std::size_t b = 0; b < Count; ++b)
        sums[b] = load_part<Lanes, Take>(biases);
    [&]<std::size_t... K>(std::index_sequence<K...>) __attribute__((always_inline)) {
        auto const add = [&](std::size_t k) __attribute__((always_inline)) {
            values const w = load_part<Lanes, Take>(weights + k * Row::size);
            Scalar const* const from = x[k / Row::places] + k % Row::places * Row::step;
#pragma GCC unroll 16
            for (std::size_t b = 0; b < Count; ++b)
                sums[k % n * Count + b] = multiply_add(
                    load_part<Lanes, Take>(from + b * Row::stride), w, sums[k % n * Count + b]);
        };
        (add(K), ...);
    }
    (std::make_index_sequence<Row::terms>{});
#pragma GCC unroll 16
    for (std::size_t b = 0; b < Count; ++b)
        store_part<0, Take>(y + b * Row::size, add_chains<Row::terms, 1>(sums + b, Count));
}

template <class Row, std::size_t Count, std::size_t First, class Scalar>
[[gnu::always_inline]] inline void affine_lanes_of_rows(Scalar const* const* x,
                                                        Scalar const* weights, Scalar const* biases,
                                                        Scalar* y) {
    constexpr std::size_t left = Row::size - First, lanes = lanes_for<Scalar, left>;
    constexpr std::size_t whole = First + left / lanes * lanes;
    auto const go = [&]<std::size_t Take>(std::index_sequence<Take>, std::size_t c)
        __attribute__((always_inline)) {
        Scalar const* from[Row::rows];
#pragma GCC unroll 16
        for (std::size_t r = 0; r < Row::rows; ++r)
            from[r] = x[r] + c;
        affine_lanes_of_windows<Row, Count, lanes, Take>(+from, weights + c, biases + c, y + c);
    };
    for (std::size_t c = First; c < whole; c += lanes)
        go(std::index_sequence<lanes>{}, c);
    if constexpr (whole < Row::size && whole > First)
        affine_lanes_of_rows<Row, Count, whole>(x, weights, biases, y);
    else if constexpr (whole < Row::size)
        go(std::index_sequence<Row::size - whole>{}, whole);
}

} // namespace detail

// As many windows at once as there are registers for.
template <class Row>
inline constexpr std::size_t
    windows_at_once = (vector_bytes == 64 ? 16 : 8) / detail::chains<Row::terms, 1>;

// What kernel::affine_lanes computes with one output of each number, for Count windows of a row; x has where the first one's
// rows are. The run-time face only.
template <class Row, std::size_t Count, vectorizable Scalar>
[[gnu::always_inline]] inline void affine_lanes_along(Scalar const* const* x, Scalar const* weights,
                                                      Scalar const* biases, Scalar* y) {
    constexpr std::size_t step = windows_at_once<Row> < Count ? windows_at_once<Row> : Count;
    constexpr std::size_t whole = Count / step * step;
    Scalar const* from[Row::rows];
    for (std::size_t r = 0; r < Row::rows; ++r)
        from[r] = x[r];
    for (std::size_t w = 0; w < whole; w += step) {
        detail::affine_lanes_of_rows<Row, step, 0>(+from, weights, biases, y + w * Row::size);
        for (std::size_t r = 0; r < Row::rows; ++r)
            from[r] += step * Row::stride;
    }
    if constexpr (whole < Count)
        detail::affine_lanes_of_rows<Row, Count - whole, 0>(+from, weights, biases,
                                                            y + whole * Row::size);
}

CTNN_ARITHMETIC_END
} // namespace ctnn::kernel
