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

} // namespace ctnn::verify::detail
