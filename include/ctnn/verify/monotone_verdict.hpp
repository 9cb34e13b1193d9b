#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <array>
#include <cstddef>
#include <ctnn/verify/verdict.hpp>
#include <limits>

namespace ctnn::verify {

/// What came of an attempt to prove that an output never falls (or never rises) where an input grows and
/// all others stay.
///
/// - `proven()`: so it is *as the program computes*, exactly, every rounding included.
/// - `proven_up_to(tolerance)`: as the program computes it never goes the wrong way by more than the
///   tolerance. Where only `in_real_arithmetic` is true, the network as a real function is monotone, but
///   the roundings of the program may go the wrong way, by at most `slack`; this is not `proven()`.
/// - `violated()`: net(counterexample) and net(other), which differ in that input alone, were computed,
///   and the one with the larger input, `other`, has the output on the wrong side, by whatever little.
/// - `unknown()`: it is neither proven nor violated for the program. `left` is a box of which it was not
///   shown.
///
/// `margin` is what the derivative, as of a real function, is at least away from 0.
///
/// Shape:    a box and two inputs of N scalars.
/// Cost:     4 N scalars and a little.
/// Example:  tests/verify/monotone.cpp
template <class T, std::size_t N>
struct monotone_verdict : verdict<T, N> {
    std::array<T, N> other{};
    bool in_real_arithmetic = false;
    double slack = std::numeric_limits<double>::infinity();

    constexpr bool proven_up_to(double tolerance) const noexcept {
        return this->proven() || (in_real_arithmetic && slack <= tolerance);
    }
};

} // namespace ctnn::verify

#include <ctnn/config/epilogue.hpp>
