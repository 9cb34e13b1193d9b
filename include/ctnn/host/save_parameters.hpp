#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <ctnn/error/diagnosis.hpp>
#include <ctnn/export/parameters.hpp>
#include <ctnn/host/detail/joined.hpp>
#include <ctnn/host/detail/replace_file.hpp>
#include <ctnn/host/file_problem.hpp>
#include <string>

namespace ctnn::host {

/// Saves a network's parameters as a file that PyTorch or numpy loads:
/// `ctnn::host::save_parameters<ctnn::safetensors>("net.safetensors", net)`. The file is complete or is the one that was
/// there before, as in `save_onnx`.
///
/// Shape:    Format: `safetensors` or `npz`. Names: layer_names, as for `write_parameters`. A path and a network to a
///           problem, which is empty if all went well.
/// Cost:     the file in memory, and one writing of it.
/// Errors:   as `write_parameters`; and a file that cannot be written is a problem with the reason.
/// Example:  tests/host/save_parameters.cpp
template <class Format, class Names = ctnn::detail::natural_layer_order, class Network>
    requires ctnn::detail::fits<ctnn::detail::parameter_writing_diagnosis<Network, Format, Names>>
        file_problem save_parameters(std::string const& path, Network const& net) {
        std::string bytes(parameter_file_size<Network, Format, Names>, '\0');
        if (auto const result = write_parameters<Format, Names>(net, bytes); !result.ok())
            return {0, detail::joined(path, ": ", std::string(result.message()))};
        return detail::replace_file(path, bytes);
    }

} // namespace ctnn::host

#include <ctnn/config/epilogue.hpp>
