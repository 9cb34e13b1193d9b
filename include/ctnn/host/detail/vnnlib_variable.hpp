#pragma once

#include <cstddef>
#include <ctnn/host/detail/hex_numbers.hpp>
#include <optional>
#include <string_view>

namespace ctnn::host::detail {

// A variable of VNN-LIB: X_index is an input, Y_index an output.
struct vnnlib_variable {
    std::size_t index = 0;
    bool is_output = false;

    static constexpr std::size_t most = 1'000'000;

    static std::optional<vnnlib_variable> named(std::string_view name) {
        vnnlib_variable found;
        bool const is_name = name.size() >= 3 && (name[0] == 'X' || name[0] == 'Y') &&
                             name[1] == '_' && (name[2] != '0' || name.size() == 3);
        if (!is_name || !read_integer(name.substr(2), found.index))
            return {};
        found.is_output = name[0] == 'Y';
        return found;
    }
};

} // namespace ctnn::host::detail
