#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/placed/branch.hpp>
#include <ctnn/placed/composite.hpp>
#include <ctnn/placed/sum.hpp>

namespace ctnn {
CTNN_ARITHMETIC_BEGIN

/// Several layers as one: a block with a name, or a branch of `parallel`. Its parameters are those of a network:
/// `net.layer<I>().layer<K>()`.
///
/// Shape:    any -> that of the last of its layers.
/// Gradient: that of its layers.
/// Cost:     that of its layers.
/// Errors:   a layer inside that does not fit does not compile, and the message names it.
/// Example:  tests/layer/sequential.cpp
template <class... Layers>
struct sequential : placed::composite<placed::sum, placed::branch<Layers...>> {
    static constexpr char const* name = "sequential";
};

CTNN_ARITHMETIC_END
} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
