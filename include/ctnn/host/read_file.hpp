#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <cerrno>
#include <cstddef>
#include <cstdio>
#include <ctnn/host/detail/gunzip.hpp>
#include <ctnn/host/detail/joined.hpp>
#include <ctnn/host/file_problem.hpp>
#include <filesystem>
#include <memory>
#include <string>
#include <system_error>
#include <utility>

namespace ctnn::host {

/// All bytes of a file, or what is wrong with it.
///
/// Shape:    a text and a problem.
/// Cost:     that of the text.
/// Errors:   with a problem the text is empty.
/// Example:  docs/examples/verify_vnnlib.cpp
struct file_text {
    std::string text{};
    file_problem problem{};
};

/// Reads a whole file. With the macro CTNN_ZLIB, it unpacks gzip files, and the program must link with
/// zlib.
///
/// Shape:    a path to a text.
/// Cost:     one reading of the file.
/// Errors:   a folder, or a file that cannot be opened, read or unpacked, is a problem with the reason.
/// Example:  docs/examples/verify_vnnlib.cpp
inline file_text read_file(std::string const& path) {
    auto const failed = [&](char const* what) {
        auto const reason = std::error_code(errno, std::generic_category()).message();
        return file_text{{}, {0, detail::joined(path, what, reason)}};
    };
    std::error_code error;
    if (std::filesystem::is_directory(path, error))
        return {{}, {0, detail::joined(path, " is a folder")}};
    auto const close = [](std::FILE* file) { std::fclose(file); };
    std::unique_ptr<std::FILE, decltype(close)> const file(std::fopen(path.c_str(), "rb"), close);
    if (file == nullptr)
        return failed(" can not be opened: ");
    std::string text;
    char buffer[1 << 14];
    while (std::size_t const count = std::fread(buffer, 1, sizeof buffer, file.get()))
        text.append(buffer, count);
    if (std::ferror(file.get()) != 0)
        return failed(" can not be read: ");
#if defined(CTNN_ZLIB)
    if (text.substr(0, 2) == "\x1f\x8b")
        if (auto const* const reason = detail::gunzip(text))
            return {{}, {0, detail::joined(path, ": ", reason)}};
#endif
    return {std::move(text), {}};
}

} // namespace ctnn::host

#include <ctnn/config/epilogue.hpp>
