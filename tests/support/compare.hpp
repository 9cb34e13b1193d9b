#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <ctnn/tensor/detail/for_each_index.hpp>
#include <ctnn/tensor/detail/members.hpp>
#include <limits>
#include <type_traits>

// How the tests compare numbers, in the compiler and on the machine.

namespace compare {

// Whether actual is expected up to some units of rounding, relative to expected, or to scale where
// expected is smaller than that.
template <class Scalar>
constexpr bool near(Scalar actual, double expected, double units, double scale = 1) {
    if (static_cast<double>(actual) == expected)
        return true;
    double const size = expected < 0 ? -expected : expected;
    double const error = static_cast<double>(actual) - expected;
    double const unit = static_cast<double>(std::numeric_limits<Scalar>::epsilon());
    return (error < 0 ? -error : error) <= units * unit * (size > scale ? size : scale);
}

template <class Scalar, class Expected, std::size_t Size>
constexpr bool near(std::array<Scalar, Size> const& actual,
                    std::array<Expected, Size> const& expected, double units, double scale = 1) {
    for (std::size_t i = 0; i < Size; ++i)
        if (!near(actual[i], static_cast<double>(expected[i]), units, scale))
            return false;
    return true;
}

template <class T>
    requires std::is_trivially_copyable_v<T>
constexpr bool same_bits(T const& a, T const& b) {
    using bytes = std::array<unsigned char, sizeof(T)>;
    return std::bit_cast<bytes>(a) == std::bit_cast<bytes>(b);
}

// The same value, about which the optimizer knows nothing: what is computed from it is computed on
// the machine.
template <class T>
[[gnu::noinline]] T opaque(T value) {
    asm volatile("" : : "r"(&value) : "memory");
    return value;
}

template <class To, class From, std::size_t Size>
constexpr std::array<To, Size> converted(std::array<From, Size> const& from) {
    std::array<To, Size> to{};
    for (std::size_t i = 0; i < Size; ++i)
        to[i] = static_cast<To>(from[i]);
    return to;
}

// A network as the plain numbers that it is, and back. (Back is no std::bit_cast: not every
// compiler counts empty base classes as initialized by it.)
template <class Network>
constexpr auto flat(Network const& net) {
    return std::bit_cast<std::array<typename Network::scalar, Network::parameter_count>>(net);
}
template <class Network>
constexpr Network
network_of(std::array<typename Network::scalar, Network::parameter_count> const& numbers) {
    Network net{};
    auto const* from = numbers.data();
    ctnn::detail::for_each_block(
        [&from](auto block) {
            for (std::size_t i = 0; i < block.size; ++i)
                block.data[i] = *from++;
        },
        net);
    return net;
}

// Which of these numbers are trained. (Nothing to look for where no layer freezes any.)
template <class Parameters>
constexpr bool freezes() {
    if constexpr (!ctnn::detail::holds_layers<Parameters>) {
        return ctnn::detail::frozen_members<Parameters> > 0;
    } else {
        bool any = false;
        ctnn::detail::for_each_index<Parameters::depth>(
            [&any]<std::size_t I>(std::integral_constant<std::size_t, I>) {
                any = any || freezes<typename Parameters::template stage<I>::parameters>();
            });
        return any;
    }
}
template <class Network>
constexpr std::array<bool, Network::parameter_count> trained() {
    std::array<bool, Network::parameter_count> are{};
    Network marks{};
    ctnn::detail::for_each_block<true>(
        [](auto block) {
            for (std::size_t i = 0; i < block.size; ++i)
                block.data[i] = typename Network::scalar(1);
        },
        marks);
    for (std::size_t i = 0; i < are.size(); ++i)
        are[i] = flat(marks)[i] == typename Network::scalar(1);
    return are;
}

template <class Scalar>
constexpr Scalar not_a_number = std::numeric_limits<Scalar>::quiet_NaN();
template <class Scalar>
constexpr Scalar infinity = std::numeric_limits<Scalar>::infinity();

} // namespace compare
