#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <ctnn/error/diagnosis.hpp>
#include <ctnn/import/detail/gathered_network.hpp>
#include <ctnn/import/onnx/detail/weights_diagnosis.hpp>
#include <ctnn/import/onnx/network.hpp>

namespace ctnn::onnx {

/// The network in an ONNX file with its weights, as a constant: `constexpr auto& net = ctnn::onnx::imported<policy_onnx>;`.
/// Each weight is the one in the file, bit for bit; a double becomes the nearest float. Where the weights are in another
/// file, as PyTorch writes them for large models, it is the second argument: `imported<policy_onnx, policy_data>`.
///
/// Shape:    File, DataFile: a text_view that is a constant, as ctnn_embed makes it. The result is a `network<File>`.
/// Cost:     to compile, what docs/import.md says; in the program, the weights.
/// Errors:   as `network`; and a weight that is NaN or infinite does not compile, and the message names the node.
/// Example:  tests/import/onnx/imported.cpp
template <auto const& File, auto const&... DataFile>
    requires(sizeof...(DataFile) <= 1)
&&ctnn::detail::fits<detail::diagnosis<File>>&& ctnn::detail::fits<
    detail::weights_diagnosis<File, DataFile...>> inline constexpr auto const& imported =
    ctnn::detail::gathered_network<network<File>, detail::plan_of<File>, File, DataFile...>;

} // namespace ctnn::onnx

#include <ctnn/config/epilogue.hpp>
