#pragma once

#include <limits>

// What a build may do to floating-point arithmetic that changes its bits, found by trying it at run
// time: nothing in the language says it. Each must be compiled with the options in question, and is
// therefore never called but always part of its caller.

namespace bits {

template <class Scalar>
struct opaque {
    Scalar volatile hidden;

    explicit opaque(Scalar value) : hidden{value} {}
    Scalar value() const { return hidden; }
};

// Whether a * b + c is rounded once, as one operation (contraction), or in a wider type (the x87),
// instead of after the product and after the sum.
template <class Scalar>
[[gnu::always_inline]] inline bool contracts() {
    constexpr auto e = std::numeric_limits<Scalar>::epsilon();
    opaque<Scalar> const a{1 + e}, b{1 - e}, c{-1}; // (1 + e)(1 - e) rounds to 1
    Scalar const x = a.value();
    Scalar const y = b.value();
    Scalar const z = c.value();
    return x * y + z != 0;
}

// Whether sums are put in another order, as -ffast-math allows.
template <class Scalar>
[[gnu::always_inline]] inline bool reassociates() {
    opaque<Scalar> const small{1}, large{2 / std::numeric_limits<Scalar>::epsilon()};
    Scalar const x = small.value();
    Scalar const y = large.value();
    return (x / 2 + y) - y != 0;
}

// Whether numbers below the normal ones are taken for 0.
template <class Scalar>
[[gnu::always_inline]] inline bool flushes_subnormals() {
    opaque<Scalar> const least{std::numeric_limits<Scalar>::min()};
    Scalar const half = least.value() / 2;
    return half + half != least.value();
}

} // namespace bits
