#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <ctnn/error/diagnosis.hpp>
#include <ctnn/import/detail/gathered_network.hpp>
#include <ctnn/import/parameters/detail/parameter_file_diagnosis.hpp>
#include <ctnn/import/parameters/detail/parameter_plan.hpp>
#include <ctnn/import/parameters/layer_names.hpp>

namespace ctnn {

/// A network of a known topology with the parameters in a file, as a constant:
/// `constexpr auto& net = ctnn::imported_parameters<model, weights>;`. Each parameter is the one in the file, bit for bit. Where
/// the names of the layers are not numbered, a list says which layer is which:
/// `imported_parameters<model, weights, ctnn::layer_names<"actor.0", "actor.2">>`.
///
/// Shape:    File: a text_view that is a constant, as ctnn_embed makes it, of a .safetensors, .npz or .pt file with
///           PyTorch's names and shapes. Options: layer_names, half_precision, and the formats that are read: safetensors,
///           npz, pytorch; without any, all of them.
/// Cost:     to compile, what docs/import.md says; in the program, the parameters.
/// Errors:   what does not fit does not compile, and the message names the tensor, its shape and the one that its layer
///           needs; so do tensors that no layer uses, and parameters that are NaN or infinite.
/// Example:  tests/import/parameters/imported_parameters.cpp
template <class Network, auto const& File, class... Options>
    requires detail::fits<detail::parameter_file_diagnosis<Network, File, Options...>>
inline constexpr auto const& imported_parameters = detail::gathered_network<
    Network, detail::parameter_plan_of<Network, File, detail::parameter_options<Options...>>, File>;

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
