#pragma once

#include <fstream>
#include <iterator>
#include <string>

namespace ctnn::host::detail {

// All bytes of a file; false if it can not be read.
inline bool read_file(std::string const& path, std::string& to) {
    std::ifstream file(path, std::ios::binary);
    if (!file)
        return false;
    to.assign(std::istreambuf_iterator<char>(file), {});
    return !file.bad();
}

} // namespace ctnn::host::detail
