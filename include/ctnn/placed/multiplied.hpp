#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <ctnn/placed/product.hpp>

namespace ctnn {

/// A join of `parallel`: it multiplies the branches' outputs number by number. A branch that ends in `sigmoid` is a gate
/// for the others.
///
/// Shape:    the same for all branches.
/// Gradient: for each branch, dL/dv times the outputs of all others.
/// Cost:     a multiplication for each number and branch.
/// Errors:   branches of different shapes do not compile, and the message names both shapes.
/// Source:   gated activation units: A. van den Oord et al., "WaveNet: a generative model for raw audio", 2016.
/// Example:  tests/layer/parallel.cpp
template <class... Shapes>
struct multiplied : placed::product<Shapes...> {};

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
