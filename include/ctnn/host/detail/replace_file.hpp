#pragma once

#include <ctnn/host/detail/joined.hpp>
#include <ctnn/host/file_problem.hpp>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <system_error>

namespace ctnn::host::detail {

// Writes a file under another name, path + ".next", and renames it: whoever reads it finds all of it or the one before.
inline file_problem replace_file(std::string const& path, std::string_view bytes) {
    std::string const next = path + ".next";
    std::error_code error;
    {
        std::ofstream file(next, std::ios::binary | std::ios::trunc);
        if (!file) // and what has that name, such as a folder, stays
            return {0, joined(next, " can not be written")};
        file << bytes;
        file.close();
        if (!file) {
            std::filesystem::remove(next, error);
            return {0, joined(next, " can not be written")};
        }
    }
    std::filesystem::rename(next, path, error);
    if (!error)
        return {};
    file_problem const problem{0, joined(path, " can not be replaced: ", error.message())};
    std::filesystem::remove(next, error);
    return problem;
}

} // namespace ctnn::host::detail
