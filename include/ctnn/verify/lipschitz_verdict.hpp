#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <array>
#include <cstddef>
#include <ctnn/verify/verdict.hpp>
#include <limits>

namespace ctnn::verify {

/// What came of an attempt to prove how fast outputs can change. All of it is about the network as a
/// real function:
///
/// - `proven()`: for any a and b in the box no output changes by more than the limit times the largest
///   |b[i] - a[i]|; `margin` is by how much the limit may be lowered. As the program computes them,
///   outputs change by at most `slack` more.
/// - `violated()`: for a = `counterexample` and b = `other` an output changes by more, even after all
///   that the roundings of net(a) and net(b) can be.
/// - `unknown()`: the budget of boxes was spent, or something overflows; of the box `left` nothing was
///   shown.
///
/// Shape:    a box and two inputs of N scalars.
/// Cost:     4 N scalars and a little.
/// Example:  tests/verify/lipschitz_below.cpp
template <class T, std::size_t N>
struct lipschitz_verdict : verdict<T, N> {
    std::array<T, N> other{};
    double slack = std::numeric_limits<double>::infinity();
};

} // namespace ctnn::verify

#include <ctnn/config/epilogue.hpp>
