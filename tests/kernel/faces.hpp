#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "../catch.hpp"
#include "../support/compare.hpp"
#include "../support/random_numbers.hpp"

// A kernel has two faces, one in the compiler and one on the machine, and they give the same bits.

namespace faces {

// Random numbers with zeros of both signs among them.
template <class Scalar, std::size_t Size>
constexpr std::array<Scalar, Size> draw(seeded::random_numbers& numbers) {
    auto values = numbers.array<Scalar, Size>(-2, 2);
    for (std::size_t i = 4; i < Size; i += 5)
        values[i] = i % 2 == 0 ? Scalar(0) : -Scalar(0);
    return values;
}

// Kernel::run<Scalar, Sizes...>(numbers) gives an array of results.
template <class Kernel, class Scalar, std::size_t... Sizes>
constexpr auto run(std::uint32_t seed) {
    seeded::random_numbers numbers(seed);
    return Kernel::template run<Scalar, Sizes...>(numbers);
}

template <class Kernel, class Scalar, std::size_t... Sizes>
void check() {
    constexpr std::array expected{run<Kernel, Scalar, Sizes...>(1),
                                  run<Kernel, Scalar, Sizes...>(2)};
    CAPTURE(sizeof(Scalar), std::array{Sizes...});
    CHECK(compare::same_bits(run<Kernel, Scalar, Sizes...>(compare::opaque(std::uint32_t{1})),
                             expected[0]));
    CHECK(compare::same_bits(run<Kernel, Scalar, Sizes...>(compare::opaque(std::uint32_t{2})),
                             expected[1]));
    CHECK_FALSE(compare::same_bits(expected[0], expected[1]));
}

// Rows and columns around the sizes of vectors and of the blocks that the kernels take at once.
template <class Kernel, class Scalar>
void check_matrices() {
    check<Kernel, Scalar, 1, 1>();
    check<Kernel, Scalar, 1, 7>();
    check<Kernel, Scalar, 7, 1>();
    check<Kernel, Scalar, 3, 2>();
    check<Kernel, Scalar, 2, 3>();
    check<Kernel, Scalar, 4, 4>();
    check<Kernel, Scalar, 5, 5>();
    check<Kernel, Scalar, 9, 17>();
    check<Kernel, Scalar, 8, 3>();
    check<Kernel, Scalar, 70, 10>();
    check<Kernel, Scalar, 16, 16>();
    check<Kernel, Scalar, 8, 8>();
    check<Kernel, Scalar, 16, 10>();
    check<Kernel, Scalar, 33, 12>();
    check<Kernel, Scalar, 37, 20>();
    check<Kernel, Scalar, 16, 64>();
    check<Kernel, Scalar, 100, 3>();
    check<Kernel, Scalar, 2, 130>();
}

template <class Kernel, class Scalar>
void check_arrays() {
    check<Kernel, Scalar, 1>();
    check<Kernel, Scalar, 2>();
    check<Kernel, Scalar, 3>();
    check<Kernel, Scalar, 4>();
    check<Kernel, Scalar, 5>();
    check<Kernel, Scalar, 7>();
    check<Kernel, Scalar, 8>();
    check<Kernel, Scalar, 9>();
    check<Kernel, Scalar, 15>();
    check<Kernel, Scalar, 16>();
    check<Kernel, Scalar, 31>();
    check<Kernel, Scalar, 64>();
    check<Kernel, Scalar, 130>();
}

} // namespace faces
