#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <ctnn/placed/sum.hpp>

namespace ctnn {

/// A join of `parallel`: it adds up the branches' outputs, from the first one on.
///
/// Shape:    the same for all branches.
/// Gradient: dL/dv, for each branch.
/// Cost:     an addition for each number and branch.
/// Errors:   branches of different shapes do not compile, and the message names both shapes.
/// Example:  tests/layer/parallel.cpp
template <class... Shapes>
struct added : placed::sum<Shapes...> {};

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
