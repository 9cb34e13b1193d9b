#include <ctnn/kernel/wide.hpp>

#include <array>
#include <bit>
#include <cstddef>
#include <utility>

#include "../support/compare.hpp"
#include "../support/random_numbers.hpp"

namespace {

namespace kernel = ctnn::kernel;

// What is packed is unpacked again, and nothing is written after it.
template <class Scalar, std::size_t Size>
constexpr bool comes_back() {
    constexpr std::size_t lanes = kernel::lanes_in_front<Size>;
    constexpr std::size_t size = Size < lanes ? Size : lanes;
    auto const from = seeded::random_numbers(Size).array<Scalar, Size>();
    std::array<Scalar, Size + 1> to{};
    to[size] = Scalar(99);
    kernel::wide<Scalar, lanes> values{};
    kernel::pack<Scalar, lanes, size>(from.data(), values);
    kernel::unpack<Scalar, lanes, size>(values, to.data());
    for (std::size_t i = 0; i < size; ++i)
        if (!compare::same_bits(to[i], from[i]))
            return false;
    return to[size] == Scalar(99);
}

// What follows the numbers of a vector is zero, as many lanes as there are.
template <class Scalar, std::size_t Size>
constexpr bool the_rest_is_zero() {
    constexpr std::size_t lanes = kernel::lanes_in_front<Size>;
    constexpr std::size_t size = Size < lanes ? Size : lanes;
    auto const from = seeded::random_numbers(Size).array<Scalar, Size>(1, 2);
    std::array<Scalar, lanes> to{};
    kernel::wide<Scalar, lanes> values{};
    kernel::pack<Scalar, lanes, size>(from.data(), values);
    kernel::unpack<Scalar, lanes, lanes>(values, to.data());
    for (std::size_t i = size; i < lanes; ++i)
        if (!compare::same_bits(to[i], Scalar(0)))
            return false;
    return true;
}

template <std::size_t First, std::size_t... I>
constexpr bool all(std::index_sequence<I...>) {
    return ((comes_back<float, First + I>() && comes_back<double, First + I>() &&
             the_rest_is_zero<float, First + I>() && the_rest_is_zero<double, First + I>()) &&
            ...);
}
static_assert(all<1>(std::make_index_sequence<20>{}));
static_assert(all<63>(std::make_index_sequence<5>{}));
static_assert(all<100>(std::make_index_sequence<1>{}));

// A vector is as wide as a power of two, at most 64, and at most two of its lanes are empty.
template <std::size_t... Size>
constexpr bool few_lanes_are_empty(std::index_sequence<Size...>) {
    return ((std::has_single_bit(kernel::lanes_in_front<Size + 1>) &&
             kernel::lanes_in_front<Size + 1> <= 64 &&
             kernel::lanes_in_front<Size + 1> <= Size + 1 + 2) &&
            ...);
}
static_assert(few_lanes_are_empty(std::make_index_sequence<130>{}));

static_assert(kernel::widenable<float> && kernel::widenable<double>);
static_assert(!kernel::widenable<long double> && !kernel::widenable<int>);

} // namespace
