#pragma once

#include <cstddef>

namespace ctnn::detail {

// A string literal as an argument of a template.
template <std::size_t Size>
struct layer_name {
    char letters[Size]{};
    static constexpr std::size_t size = Size - 1;

    consteval layer_name(char const (&literal)[Size]) {
        for (std::size_t i = 0; i < Size; ++i)
            letters[i] = literal[i];
    }
};

} // namespace ctnn::detail
