#pragma once

#include <array>
#include <cstddef>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/math/fma.hpp>

#include "faces.hpp"

// The order that kernel/sum.hpp states, followed number by number: what kernels compute in one
// expression or in vectors must have these bits.

namespace stated_order {

// first(i) is term i by itself, add(sum, i) adds it to a sum.
template <class Scalar, class First, class Add>
constexpr Scalar total(std::size_t size, First const& first, Add const& add) {
    std::array<Scalar, 5> parts{}; // rows of 8, and of 4, 2 and 1 for what is left
    std::size_t count = 0;
    for (std::size_t begin = 0, columns = 8; begin < size; columns /= 2) {
        if (columns > size - begin)
            continue;
        std::array<Scalar, 8> s{};
        std::size_t const end = begin + (size - begin) / columns * columns;
        for (std::size_t i = begin; i < end; ++i)
            s[(i - begin) % columns] =
                i - begin < columns ? first(i) : add(s[(i - begin) % columns], i);
        if (columns == 8)
            parts[count] = ((s[0] + s[4]) + (s[2] + s[6])) + ((s[1] + s[5]) + (s[3] + s[7]));
        else if (columns == 4)
            parts[count] = (s[0] + s[2]) + (s[1] + s[3]);
        else
            parts[count] = columns == 2 ? s[0] + s[1] : s[0];
        begin = end;
        ++count;
    }
    // What did not fit is added last, and is a sum of its own.
    Scalar result = parts[count - 1];
    for (std::size_t i = count - 1; i > 0; --i)
        result = parts[i - 1] + result;
    return result;
}

template <class Scalar>
constexpr Scalar sum(Scalar const* x, std::size_t size) {
    return total<Scalar>(
        size, [=](std::size_t i) { return x[i]; },
        [=](Scalar const& s, std::size_t i) { return s + x[i]; });
}

template <class Scalar>
constexpr Scalar dot(Scalar const* a, Scalar const* b, std::size_t size) {
    return total<Scalar>(
        size, [=](std::size_t i) { return a[i] * b[i]; },
        [=](Scalar const& s, std::size_t i) {
            return ctnn::detail::is_fused ? ctnn::math::fma(a[i], b[i], s) : s + a[i] * b[i];
        });
}

// Kernel::run(numbers), in a constant and on the machine, has the bits of Stated::run(numbers).
template <class Kernel, class Stated, class Scalar, std::size_t... Sizes>
void check() {
    constexpr auto expected = faces::run<Stated, Scalar, Sizes...>(3);
    static_assert(compare::same_bits(faces::run<Kernel, Scalar, Sizes...>(3), expected));
    CAPTURE(sizeof(Scalar), std::array{Sizes...});
    CHECK(compare::same_bits(
        faces::run<Kernel, Scalar, Sizes...>(compare::opaque(std::uint32_t{3})), expected));
}

} // namespace stated_order
