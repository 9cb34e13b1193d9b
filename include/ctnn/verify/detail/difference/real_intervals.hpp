#pragma once

#include <array>
#include <cstddef>
#include <ctnn/number/interval.hpp>

namespace ctnn::verify::detail {

// The numbers of a program as real ones: in double each of these is exact.
template <class T>
constexpr interval<double> as_real(interval<T> const& x) {
    return {static_cast<double>(x.lower), static_cast<double>(x.upper)};
}

template <std::size_t Size>
using real_intervals = std::array<interval<double>, Size>;

// The largest size of a number in it.
constexpr double furthest(interval<double> const& x) {
    return number::detail::larger(-x.lower, x.upper);
}

template <class T, std::size_t Size>
constexpr real_intervals<Size> as_reals(std::array<interval<T>, Size> const& x) {
    real_intervals<Size> y{};
    for (std::size_t j = 0; j < Size; ++j)
        y[j] = as_real(x[j]);
    return y;
}

// How far apart two numbers of them can be.
template <std::size_t Size>
constexpr double spread(real_intervals<Size> const& x) {
    double low = x[0].lower, high = x[0].upper;
    for (std::size_t j = 1; j < Size; ++j) {
        low = number::detail::smaller(low, x[j].lower);
        high = number::detail::larger(high, x[j].upper);
    }
    return high - low;
}

// How far an interval reaches beyond another one.
constexpr double beyond(interval<double> const& ends, interval<double> const& x) {
    double const below = ends.lower - x.lower, above = x.upper - ends.upper;
    double const most = below > above ? below : above;
    return most > 0 ? most * (1 + 1e-12) : 0;
}

} // namespace ctnn::verify::detail
