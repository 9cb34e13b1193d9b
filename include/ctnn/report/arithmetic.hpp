#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <array>
#include <bit>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/text/text.hpp>
#include <limits>

namespace ctnn {
namespace detail {

// The same number, of which the optimizer no longer knows anything.
template <class Scalar>
[[gnu::always_inline]] inline Scalar hidden(Scalar value) {
    Scalar volatile memory = value;
    return memory;
}

// A divisor that is a constant, and one that divides three numbers: there it pays to divide once.
template <class Scalar>
[[gnu::always_inline]] inline bool takes_reciprocals() {
    Scalar const a = hidden(Scalar(5)), b = hidden(Scalar(7)), c = hidden(Scalar(10));
    Scalar const three = hidden(Scalar(3));
    bool const is_exact = hidden(a / 3) == hidden(hidden(a) / hidden(three)) &&
                          hidden(a / three) == hidden(hidden(a) / hidden(three)) &&
                          hidden(b / three) == hidden(hidden(b) / hidden(three)) &&
                          hidden(c / three) == hidden(hidden(c) / hidden(three));
    return !is_exact;
}

// -0 + 0 is 0, or is thought to be the -0 that was there. Comparisons take the two for equal, bytes do not.
template <class Scalar>
[[gnu::always_inline]] inline bool loses_signs_of_zeros() {
    using bytes = std::array<unsigned char, sizeof(Scalar)>;
    Scalar const zero = hidden(Scalar(0)), negative = hidden(Scalar(-0.0));
    return std::bit_cast<bytes>(hidden(negative + Scalar(0))) !=
           std::bit_cast<bytes>(hidden(hidden(negative) + zero));
}

// A NaN is other than itself, and an infinity is equal to itself.
template <class Scalar>
[[gnu::always_inline]] inline bool assumes_finite() {
#if defined(__FINITE_MATH_ONLY__) && __FINITE_MATH_ONLY__ > 0
    return true;
#else
    using limits = std::numeric_limits<Scalar>;
    Scalar const nan = hidden(limits::quiet_NaN()), infinity = hidden(limits::infinity());
    return !(nan != nan) || __builtin_isfinite(nan) || infinity != limits::infinity();
#endif
}

} // namespace detail
} // namespace ctnn

namespace ctnn {
CTNN_ARITHMETIC_BEGIN

/// What a build or its machine makes of float or double arithmetic besides what is written; any of
/// it can give other bits than the compiler's constants have (docs/bits.md).
///
/// Shape:    one bool for each deviation, all false where there is none.
/// Cost:     about fifty operations on numbers in memory.
/// Errors:   message() is the first deviation as a sentence. It holds for the options that the
///           calling translation unit was compiled with, and for the calling thread.
/// Source:   this library; nothing in the language tells, so it is tried.
/// Example:  tests/report/arithmetic.cpp
struct arithmetic {
    // Whether kernels multiply and add in one, because the build asks for it (ctnn::fused). It is no
    // deviation: the same build computes its constants so.
    static constexpr bool is_fused = detail::is_fused;

    bool contracts = false;            // a product is not rounded before a number is added
    bool reorders = false;             // a sum is added in another order, or has more digits
    bool takes_reciprocals = false;    // x / y is x * (1 / y)
    bool loses_signs_of_zeros = false; // of zeros: -0 and 0 are thought to be the same
    bool flushes_subnormals = false;   // numbers below the normal ones are taken for 0
    bool rounds_otherwise = false;     // not to the nearest number, ties to even
    bool assumes_finite = false;       // NaNs and infinities are thought to be absent

    constexpr bool is_as_written() const { return *this == arithmetic{}; }

    constexpr text message() const {
        if (assumes_finite)
            return text("the compiler assumes that no number is infinite or a NaN "
                        "(-ffinite-math-only)");
        if (rounds_otherwise)
            return text("the rounding mode is not to nearest");
        if (flushes_subnormals)
            return text("subnormal numbers are taken for 0");
        if (reorders)
            return text("sums are added in another order or with more digits");
        if (takes_reciprocals)
            return text("x / y is computed as x * (1 / y) (-freciprocal-math)");
        if (loses_signs_of_zeros)
            return text("zeros lose their signs (-fno-signed-zeros)");
        if (contracts)
            return text("a * b + c is rounded once: -ffp-contract=off is missing");
        if (is_fused)
            return text("arithmetic is as written, and kernels multiply and add in one");
        return text("arithmetic is as written");
    }

    /// The deviations of this build, tried at run time.
    template <class Scalar>
    [[gnu::always_inline]] static arithmetic of_this_build() {
        using detail::hidden;
        constexpr Scalar e = std::numeric_limits<Scalar>::epsilon();
        constexpr Scalar least = (std::numeric_limits<Scalar>::min)();
        // (1 + e) 1.25 is 1.25 + e + e / 4, for which there is room in a wider type only.
        Scalar const x = hidden(1 + e), y = hidden(Scalar(1.25)), z = hidden(Scalar(-1.25));
        Scalar const half = hidden(Scalar(0.5)), large = hidden(2 / e);
        Scalar const one = hidden(Scalar(1)), half_of_least = hidden(hidden(least) * half);
        arithmetic found;
        // What is compared must share no operation, or the optimizer keeps that one as it is.
        found.contracts = hidden(x * y + z) != hidden(hidden(hidden(x) * hidden(y)) + z);
        found.reorders =
            hidden((half + large) - large) != hidden(hidden(hidden(half) + hidden(large)) - large);
        found.takes_reciprocals = detail::takes_reciprocals<Scalar>();
        found.loses_signs_of_zeros = detail::loses_signs_of_zeros<Scalar>();
        // A compiler may think so (clang's -fdenormal-fp-math) where the machine does not do it.
        bool const is_subnormal = half_of_least < least && half_of_least > -least;
        found.flushes_subnormals = hidden(half_of_least + half_of_least) != least || !is_subnormal;
        found.rounds_otherwise = hidden(one + hidden(e * Scalar(0.75))) != 1 + e ||
                                 hidden(one + hidden(e * Scalar(0.25))) != one;
        found.assumes_finite = detail::assumes_finite<Scalar>();
        return found;
    }

    friend constexpr bool operator==(arithmetic const&, arithmetic const&) = default;
};

CTNN_ARITHMETIC_END
} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
