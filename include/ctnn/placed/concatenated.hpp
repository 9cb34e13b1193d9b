#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <ctnn/placed/concatenation.hpp>

namespace ctnn {

/// A join of `parallel`: at each place, it puts the channels of the branches' outputs side by side, in the order of the
/// branches. Rows follow one another.
///
/// Shape:    places x C of each branch -> places x the sum of all C.
/// Gradient: for each branch, its numbers of dL/dv.
/// Cost:     a copy.
/// Errors:   branches whose shapes differ in more than the channels do not compile, and the message names both.
/// Example:  tests/layer/parallel.cpp
template <class... Shapes>
struct concatenated : placed::concatenation<Shapes...> {};

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
