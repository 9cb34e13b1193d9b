#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <ctnn/concept/scalar.hpp>
#include <ctnn/error/diagnosis.hpp>
#include <ctnn/import/detail/planned_network.hpp>
#include <ctnn/import/onnx/detail/diagnosis.hpp>
#include <ctnn/import/onnx/detail/planned.hpp>

namespace ctnn::onnx {

/// The network in an ONNX file, as a type: `using model = ctnn::onnx::network<policy_onnx>;`. The compiler reads the graph
/// and skips the weights, which `imported` reads.
///
/// Shape:    File: a text_view that is a constant, as ctnn_embed makes it. The input has the file's dimensions without the
///           batch; images and sequences with channels first in the file have them last here.
/// Cost:     half a second to compile, whatever the size of the file.
/// Errors:   a graph that ctnn does not read does not compile, and the message names the node.
/// Example:  tests/import/onnx/network.cpp
template <auto const& File, concepts::scalar Scalar = float>
    requires ctnn::detail::fits<detail::diagnosis<File>>
using network = typename ctnn::detail::planned_network<detail::plan_of<File>, Scalar>::type;

} // namespace ctnn::onnx

#include <ctnn/config/epilogue.hpp>
