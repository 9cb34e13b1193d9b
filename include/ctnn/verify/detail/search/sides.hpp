#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/number/detail/interval_end.hpp>
#include <ctnn/verify/box.hpp>

// Where to cut a box.

namespace ctnn::verify::detail {
CTNN_ARITHMETIC_BEGIN

// A number between two others, or the first of them if there is none.
template <number::detail::floats T>
constexpr T middle_of(T a, T b) {
    T const m = T(0.5) * a + T(0.5) * b;
    return a < m && m < b ? m : a;
}

template <number::detail::goes_in_steps T>
constexpr T middle_of(T a, T b) {
    using storage = typename T::storage;
    return T::from_raw(static_cast<storage>(a.raw + (std::int64_t{b.raw} - a.raw) / 2));
}

template <class T, std::size_t Size>
constexpr std::array<T, Size> middle_of_box(box<T, Size> const& in) {
    std::array<T, Size> middle{};
    for (std::size_t i = 0; i < Size; ++i)
        middle[i] = middle_of(in.lower[i], in.upper[i]);
    return middle;
}

// Cut along one input; the halves share the numbers between them.
template <class T, std::size_t Size>
constexpr std::array<box<T, Size>, 2> halves_of(box<T, Size> const& in, std::size_t i) {
    T const m = middle_of(in.lower[i], in.upper[i]);
    std::array<box<T, Size>, 2> halves{in, in};
    halves[0].upper[i] = m;
    // (two neighbours have nothing between them)
    halves[1].lower[i] = m > in.lower[i] ? m : in.upper[i];
    return halves;
}

// Which sides can be cut: all that are not one number, or those with a number between their ends.
enum class sides_to_cut { of_two, with_one_between };

// How many sides are wider than one number.
template <class T, std::size_t Size>
constexpr std::size_t count_sides(box<T, Size> const& in) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < Size; ++i)
        if (in.lower[i] < in.upper[i])
            ++count;
    return count;
}

// The input for which width times weight is largest in size; where no weight tells, the widest side;
// Size where none can be cut.
template <sides_to_cut Sides, class T, std::size_t Size>
constexpr std::size_t where_to_cut(box<T, Size> const& in, double const* weights) {
    std::size_t best = Size;
    double most = -1;
    for (int weighted = 1; weighted >= 0 && best == Size; --weighted)
        for (std::size_t i = 0; i < Size; ++i) {
            double const width =
                static_cast<double>(in.upper[i]) - static_cast<double>(in.lower[i]);
            double const size =
                weighted == 0 ? width : width * (weights[i] < 0 ? -weights[i] : weights[i]);
            T const end =
                Sides == sides_to_cut::of_two ? in.upper[i] : middle_of(in.lower[i], in.upper[i]);
            if (in.lower[i] < end && size > most && (weighted == 0 || size > 0)) {
                most = size;
                best = i;
            }
        }
    return best;
}

// The same, where the second weights tell if the first ones do not.
template <sides_to_cut Sides, class T, std::size_t Size>
constexpr std::size_t where_to_cut(box<T, Size> const& in, double const* weights,
                                   double const* others) {
    for (std::size_t i = 0; i < Size; ++i)
        if (weights[i] > 0 && in.lower[i] < in.upper[i])
            return where_to_cut<Sides>(in, weights);
    return where_to_cut<Sides>(in, others);
}

template <class T, std::size_t Size>
constexpr std::size_t widest_side(box<T, Size> const& in) {
    double const none[Size]{};
    return where_to_cut<sides_to_cut::of_two>(in, none);
}

CTNN_ARITHMETIC_END
} // namespace ctnn::verify::detail
