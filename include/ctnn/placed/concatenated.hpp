#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <ctnn/placed/concatenation.hpp>

namespace ctnn {

/// A join of `parallel`: the channels of the branches' outputs lie side by side at each place, in the order of the
/// branches. Of rows, the numbers follow one another.
///
/// Shape:    places x C of each branch -> places x the sum of all C.
/// Gradient: of dL/dv, the numbers that came from the branch.
/// Cost:     a copy.
/// Errors:   branches whose shapes differ in more than the channels do not make a network, and the message names both.
/// Example:  tests/layer/parallel.cpp
template <class... Shapes>
struct concatenated : placed::concatenation<Shapes...> {};

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
