#pragma once

#include <fstream>
#include <string>

namespace ctnn::host::detail {

// For files that a build makes again. (What must not be lost, save_onnx writes.)
inline bool write_file(std::string const& path, std::string const& bytes) {
    std::ofstream file(path, std::ios::binary | std::ios::trunc);
    file << bytes << std::flush;
    return static_cast<bool>(file);
}

} // namespace ctnn::host::detail
