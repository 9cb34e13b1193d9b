#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <ctnn/export/onnx.hpp>
#include <ctnn/host/detail/joined.hpp>
#include <ctnn/host/detail/replace_file.hpp>
#include <ctnn/host/file_problem.hpp>
#include <string>

namespace ctnn::host {

/// Saves a network as an ONNX file. The file is complete or is the one that was there before: it is written under another
/// name, path + ".next", and renamed.
///
/// Shape:    a path and a network to a problem, which is empty if all went well.
/// Cost:     the file in memory, and one writing of it.
/// Errors:   as `onnx::write`; and a file that cannot be written is a problem with the reason.
/// Example:  tests/host/save_onnx.cpp
template <class Network>
file_problem save_onnx(std::string const& path, Network const& net) {
    std::string bytes(onnx::file_size<Network>, '\0');
    if (auto const result = onnx::write(net, bytes); !result.ok())
        return {0, detail::joined(path, ": ", std::string(result.message()))};
    return detail::replace_file(path, bytes);
}

} // namespace ctnn::host

#include <ctnn/config/epilogue.hpp>
