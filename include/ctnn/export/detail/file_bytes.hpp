#pragma once

#include <array>
#include <cstddef>
#include <ctnn/text/text_view.hpp>

namespace ctnn::detail {

// A file as a constant, which import/ takes as it does those of ctnn_embed.
template <std::size_t Size>
struct file_bytes : std::array<char, Size> {
    constexpr operator text_view() const { return {this->data(), Size}; }
};

} // namespace ctnn::detail
