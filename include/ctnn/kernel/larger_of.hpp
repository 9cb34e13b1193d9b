#pragma once

namespace ctnn::kernel {

// Whether x takes the place of the largest number before it: it is larger, or it is a NaN, which stays.
template <class Scalar>
constexpr bool takes_over(Scalar const& x, Scalar const& most) {
    return most < x || x != x;
}

// (found before any other `larger` of the program, which would hide that of a scalar)
void larger() = delete;

// The larger of two numbers, as the scalar itself has it or by comparing them.
template <class Scalar>
constexpr Scalar larger_of(Scalar const& most, Scalar const& x) {
    if constexpr (requires { larger(most, x); })
        return larger(most, x);
    else
        return takes_over(x, most) ? x : most;
}

} // namespace ctnn::kernel
