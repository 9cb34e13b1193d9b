#pragma once

#include <ctnn/host/detail/joined.hpp>
#include <fstream>
#include <string>

namespace ctnn::host::detail {

// Writes a file; gives what is wrong, or nothing.
inline std::string write_text(std::string const& path, std::string const& text) {
    std::ofstream file(path, std::ios::binary | std::ios::trunc);
    file << text;
    file.close();
    return file ? std::string{} : joined(path, " can not be written");
}

} // namespace ctnn::host::detail
