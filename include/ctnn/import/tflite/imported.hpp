#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <ctnn/error/diagnosis.hpp>
#include <ctnn/import/detail/gathered_network.hpp>
#include <ctnn/import/tflite/detail/diagnosis.hpp>
#include <ctnn/import/tflite/network.hpp>

namespace ctnn::tflite {

/// The network in a .tflite file with its weights, as a constant: `constexpr auto& net = ctnn::tflite::imported<policy_tflite>;`.
/// Each weight is the one in the file, bit for bit.
///
/// Shape:    File: a text_view that is a constant, as ctnn_embed makes it. The result is a `network<File>`.
/// Cost:     to compile, what docs/import.md says; in the program, the weights.
/// Errors:   as `network`; and a weight that is NaN or infinite does not compile, and the message names the layer.
/// Example:  tests/import/tflite/models.cpp
template <auto const& File>
    requires ctnn::detail::fits<detail::diagnosis<File>> &&
        ctnn::detail::fits<detail::weights_diagnosis<File>>
inline constexpr auto const& imported =
    ctnn::detail::gathered_network<network<File>, detail::plan_of<File>, File>;

} // namespace ctnn::tflite

#include <ctnn/config/epilogue.hpp>
