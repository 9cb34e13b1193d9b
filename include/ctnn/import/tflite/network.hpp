#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <ctnn/concept/scalar.hpp>
#include <ctnn/error/diagnosis.hpp>
#include <ctnn/import/tflite/detail/diagnosis.hpp>
#include <ctnn/import/tflite/detail/planned.hpp>

namespace ctnn::tflite {

/// The network in a .tflite file, as a type: `using model = ctnn::tflite::network<policy_tflite>;`. The compiler reads the
/// graph and skips the weights, which `imported` reads.
///
/// Shape:    File: a text_view that is a constant, as ctnn_embed makes it. The input has the file's dimensions without the
///           batch.
/// Cost:     half a second to compile, whatever the size of the file.
/// Errors:   a graph that ctnn does not read does not compile, and the message names the operator.
/// Example:  tests/import/tflite/models.cpp
template <auto const& File, concepts::scalar Scalar = float>
    requires ctnn::detail::fits<detail::diagnosis<File>>
using network = typename detail::planned_network<detail::plan_of<File>, Scalar>::type;

} // namespace ctnn::tflite

#include <ctnn/config/epilogue.hpp>
