#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/kernel/exact_sum.hpp>
#include <ctnn/kernel/vector.hpp>
#include <type_traits>
#include <utility>

// The order of the additions of a sum of Size terms, which is part of what the library promises
// and depends on Size alone. As many terms as fit in rows of 8 (4, 2, 1 where there are fewer) are
// added column by column; the columns are added in halves, (s0 + s4) + (s2 + s6) + ...; the sum of
// what does not fit in rows, in the same order, is added last.

namespace ctnn::kernel {
CTNN_ARITHMETIC_BEGIN

template <std::size_t Size>
inline constexpr std::size_t columns_of_sum = Size < 8 ? std::bit_floor(Size) : 8;

namespace detail {

template <std::size_t Size, class Scalar>
constexpr Scalar sum_plain(Scalar const* v) {
    constexpr std::size_t columns = columns_of_sum<Size>;
    constexpr std::size_t whole = Size / columns * columns;
    Scalar total = v[0];
    if constexpr (columns == 2) {
        total += v[1];
    } else if constexpr (columns > 2) {
        Scalar s[columns];
        for (std::size_t j = 0; j < columns; ++j)
            s[j] = v[j];
        for (std::size_t j = columns; j < whole; ++j)
            s[j % columns] += v[j];
        for (std::size_t half = columns / 2; half > 0; half /= 2)
            for (std::size_t j = 0; j < half; ++j)
                s[j] += s[j + half];
        total = s[0];
    }
    if constexpr (whole < Size)
        total += sum_plain<Size - whole>(v + whole);
    return total;
}

template <std::size_t Size, sums_exactly Scalar>
constexpr Scalar sum_plain(Scalar const* v) {
    typename Scalar::template exact_sum<Size> sum;
    for (std::size_t i = 0; i < Size; ++i)
        sum.add(v[i]);
    return sum.rounded();
}

// The source lane that lane K of `halves` comes from, in a and after it b: every other group of
// Half lanes, from `Second` (0 or 1) on. Groups of less than 16 bytes are taken from a and b in turn
// for each 16 bytes, because machines move lanes across these at a higher price.
template <class Scalar, std::size_t Lanes, std::size_t Half>
constexpr std::size_t lane_of_halves(std::size_t k, std::size_t second) {
    if constexpr (Half < narrowest<Scalar>) {
        constexpr std::size_t piece = narrowest<Scalar>;
        std::size_t const group = k % piece / Half; // a's groups, then b's
        constexpr std::size_t groups = piece / Half / 2;
        return group / groups * Lanes + k / piece * piece + group % groups * 2 * Half + k % Half +
               second * Half;
    } else {
        return k / Half * 2 * Half + k % Half + second * Half;
    }
}
template <class Scalar, std::size_t Lanes, std::size_t Half, std::size_t Second, std::size_t... K>
[[gnu::always_inline]] inline auto
halves(vector<Scalar, Lanes> const& a, vector<Scalar, Lanes> const& b, std::index_sequence<K...>) {
    return pick(a, b, std::index_sequence<lane_of_halves<Scalar, Lanes, Half>(K, Second)...>{});
}

} // namespace detail

// Count vectors added in halves, which leaves the first of the halves that fit in one.
template <class Scalar, std::size_t Lanes, std::size_t Count>
[[gnu::always_inline]] inline vector<Scalar, Lanes> fold_vectors(vector<Scalar, Lanes> const* v) {
    if constexpr (Count == 1)
        return v[0];
    else if constexpr (Count == 2)
        return v[0] + v[1];
    else
        return (v[0] + v[2]) + (v[1] + v[3]);
}

// Of `Count` vectors for sum_rows, the row that each lane belongs to, for the sums to be in the rows'
// order.
template <class Scalar, std::size_t Lanes, std::size_t Count>
inline constexpr auto rows_to_sum = [] {
    std::array<std::array<std::size_t, Lanes>, Count> rows{};
    for (std::size_t k = 0; k < Lanes; ++k)
        if constexpr (Count == 1)
            rows[0][k] = k;
        else
            for (std::size_t v = 0; v < Count; v += 2)
                for (std::size_t second = 0; second < 2; ++second) {
                    constexpr std::size_t half = Count / 2;
                    std::size_t const from = detail::lane_of_halves<Scalar, Lanes, half>(k, second);
                    rows[v + from / Lanes][from % Lanes] =
                        rows_to_sum<Scalar, Lanes, half>[v / 2][k];
                }
    return rows;
}();

// Count vectors that hold Lanes rows of Count columns (rows_to_sum): the sum of each row, columns
// added in halves.
template <class Scalar, std::size_t Lanes, std::size_t Count>
[[gnu::always_inline]] inline vector<Scalar, Lanes> sum_rows(vector<Scalar, Lanes> const* v) {
    if constexpr (Count == 1) {
        return v[0];
    } else {
        constexpr std::size_t half = Count / 2;
        using lanes = std::make_index_sequence<Lanes>;
        vector<Scalar, Lanes> sums[half];
#pragma GCC unroll 16
        for (std::size_t k = 0; k < half; ++k)
            sums[k] = detail::halves<Scalar, Lanes, half, 0>(v[2 * k], v[2 * k + 1], lanes{}) +
                      detail::halves<Scalar, Lanes, half, 1>(v[2 * k], v[2 * k + 1], lanes{});
        return sum_rows<Scalar, Lanes, half>(sums);
    }
}

namespace detail {

// One row of as many columns as there are lanes.
template <class Scalar, class Vector>
[[gnu::always_inline]] inline Scalar sum_lanes(Vector const& v) {
    if constexpr (sizeof(Vector) == 2 * sizeof(Scalar)) {
        return v[0] + v[1];
    } else if constexpr (sizeof(Vector) > 16) {
        constexpr std::size_t half = sizeof(Vector) / sizeof(Scalar) / 2;
        return sum_lanes<Scalar>(part<0, half>(v) + part<half, half>(v));
    } else {
        Vector const twice = v + part<2, 4>(v);
        return twice[0] + twice[1];
    }
}

// The first Size lanes.
template <class Scalar, std::size_t Size, class Vector>
[[gnu::always_inline]] inline Scalar sum_of_lanes(Vector const& v) {
    constexpr std::size_t columns = columns_of_sum<Size>;
    if constexpr (Size == 1) {
        return v[0];
    } else if constexpr (Size == 3) {
        return (v[0] + v[1]) + v[2];
    } else if constexpr (columns == Size || Size == 16) { // (two rows, which are halves as well)
        return sum_lanes<Scalar>(part<0, Size>(v));
    } else {
        constexpr std::size_t left = Size - columns;
        return sum_lanes<Scalar>(part<0, columns>(v)) +
               sum_of_lanes<Scalar, left>(part<columns, std::bit_ceil(left)>(v));
    }
}

template <std::size_t Size, class Scalar>
[[gnu::always_inline]] inline Scalar sum_vectors(Scalar const* v) {
    constexpr std::size_t columns = columns_of_sum<Size>;
    if constexpr (columns < narrowest<Scalar>) {
        if constexpr (Size <= narrowest<Scalar>)
            return sum_of_lanes<Scalar, Size>(load_values<narrowest<Scalar>, Size>(v));
        else
            return sum_plain<Size>(v);
    } else {
        constexpr std::size_t lanes = lanes_for<Scalar, columns>;
        constexpr std::size_t count = columns / lanes;
        vector<Scalar, lanes> s[count];
#pragma GCC unroll 16
        for (std::size_t k = 0; k < count; ++k)
            s[k] = load<lanes>(v + k * lanes);
        constexpr std::size_t whole = Size / columns * columns;
        for (std::size_t j = columns; j < whole; j += columns)
#pragma GCC unroll 16
            for (std::size_t k = 0; k < count; ++k)
                s[k] += load<lanes>(v + j + k * lanes);
        Scalar const total = sum_lanes<Scalar>(fold_vectors<Scalar, lanes, count>(s));
        if constexpr (whole < Size)
            return total + sum_vectors<Size - whole>(v + whole);
        else
            return total;
    }
}

} // namespace detail

// The sum of Size values.
template <std::size_t Size, class Scalar>
[[gnu::always_inline]] constexpr Scalar sum(Scalar const* v) {
    if constexpr (vectorizable<Scalar>)
        if (!std::is_constant_evaluated())
            return detail::sum_vectors<Size>(v);
    return detail::sum_plain<Size>(v);
}

CTNN_ARITHMETIC_END
} // namespace ctnn::kernel
