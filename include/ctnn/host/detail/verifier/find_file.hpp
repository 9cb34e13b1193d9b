#pragma once

#include <ctnn/host/detail/joined.hpp>
#include <filesystem>
#include <initializer_list>
#include <string>
#include <string_view>
#include <system_error>

namespace ctnn::host::detail {

// The file that a name stands for, or what is wrong.
struct found_file {
    std::string path{}, problem{};
};

inline bool is_file(std::string const& path) {
    std::error_code error;
    return std::filesystem::exists(path, error);
}
inline bool ends_with(std::string_view text, std::string_view end) {
    return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

// The competition's lists leave out the .gz of files, and name networks in ONNX: for these, it looks for a .nnet file in
// the same folder.
inline found_file find_file(std::string path) {
    std::string const asked = path;
    for (std::string_view const end : {".gz", ".onnx"})
        if (ends_with(path, end) && (end == ".onnx" || ends_with(path, ".onnx.gz")))
            path.resize(path.size() - end.size());
    bool const is_onnx = path != asked;
    if (is_onnx)
        path += ".nnet";
    for (std::string const& name : {path, path + ".gz"})
        if (is_file(name))
            return {name, {}};
    if (is_onnx)
        return {{}, joined(asked, ": ONNX can not be read: convert it to ", path)};
    return {path, {}}; // (reading it tells the system's reason)
}

} // namespace ctnn::host::detail
