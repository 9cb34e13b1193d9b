#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <ctnn/concept/scalar.hpp>
#include <ctnn/error/diagnosis.hpp>
#include <ctnn/import/detail/planned_network.hpp>
#include <ctnn/import/rtneural/detail/diagnosis.hpp>

namespace ctnn::rtneural {

/// The network in a model file of RTNeural, as a type: `using model = ctnn::rtneural::network<pedal_json>;`. It takes one
/// step of a sequence at a time, as RTNeural does: `net.step(state, x)`.
///
/// Shape:    File: a text_view that is a constant, as ctnn_embed makes it. The input is the last number of in_shape.
/// Cost:     to compile, what docs/import_rtneural.md says: the compiler reads all of the text.
/// Errors:   a layer that ctnn does not read does not compile, and the message names it; so do weights of another shape or
///           number than the layer needs.
/// Example:  tests/import/rtneural/imported.cpp
template <auto const& File, concepts::scalar Scalar = float>
    requires ctnn::detail::fits<detail::diagnosis<File>>
using network = typename ctnn::detail::planned_network<detail::plan_of<File>, Scalar>::type;

} // namespace ctnn::rtneural

#include <ctnn/config/epilogue.hpp>
