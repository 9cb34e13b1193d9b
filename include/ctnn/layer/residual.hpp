#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/placed/branch.hpp>
#include <ctnn/placed/composite.hpp>
#include <ctnn/placed/shortcut.hpp>
#include <ctnn/placed/sum.hpp>

namespace ctnn {
CTNN_ARITHMETIC_BEGIN

/// Layers whose output is added to their input: v = x + layers(x), so that they learn what to change. Their
/// parameters are those of a network: `net.layer<I>().layer<K>()`.
///
/// Shape:    any -> the same; the layers must keep it.
/// Gradient: dL/dx = dL/dv + that of the layers.
/// Cost:     that of the layers, and an addition for each number.
/// Errors:   layers that give another shape do not compile, and the message names both shapes. Neither does a
///           layer inside that does not fit.
/// Source:   K. He et al., "Deep residual learning for image recognition", CVPR 2016.
/// Example:  tests/layer/residual.cpp
template <class... Layers>
struct residual : placed::composite<placed::sum, placed::shortcut, placed::branch<Layers...>> {
    static constexpr char const* name = "residual";
};

CTNN_ARITHMETIC_END
} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
