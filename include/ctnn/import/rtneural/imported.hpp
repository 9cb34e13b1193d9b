#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <ctnn/error/diagnosis.hpp>
#include <ctnn/import/detail/gathered_network.hpp>
#include <ctnn/import/rtneural/network.hpp>

namespace ctnn::rtneural {

/// The network in a model file of RTNeural with its weights, as a constant:
/// `constexpr auto& net = ctnn::rtneural::imported<pedal_json>;`. Each weight is the float next to the file's decimal number.
///
/// Shape:    File: a text_view that is a constant, as ctnn_embed makes it. The result is a `network<File>`.
/// Cost:     to compile, what docs/import_rtneural.md says; in the program, the weights.
/// Errors:   as `network`; and a weight that is NaN or infinite does not compile, and the message names the layer.
/// Example:  tests/import/rtneural/imported.cpp
template <auto const& File>
    requires ctnn::detail::fits<detail::diagnosis<File>> &&
        ctnn::detail::fits<detail::weights_diagnosis<File>>
inline constexpr auto const& imported =
    ctnn::detail::gathered_network<network<File>, detail::plan_of<File>,
                                   detail::tokens_of<File>::numbers>;

} // namespace ctnn::rtneural

#include <ctnn/config/epilogue.hpp>
