#pragma once

#include <array>
#include <cstddef>
#include <ctnn/import/detail/imported_step.hpp>

namespace ctnn::detail {

enum class window_paddings : std::size_t { none, places, same, causal };

// The sizes of a layer with windows along one axis or two, apart and as a signature has them.
struct window_sizes {
    static constexpr std::size_t most_axes = 2;
    using axes = std::array<std::size_t, most_axes>;

    std::size_t outputs = 0;
    std::size_t rank = 0;
    axes kernel{};
    axes strides{};
    axes dilation{};
    window_paddings padding = window_paddings::none;
    axes places{}; // of padding, on each side
    std::size_t groups = 1;
    std::size_t multiplier = 1;

    using packed_sizes = decltype(imported_signature::sizes);
    constexpr window_sizes() = default;
    constexpr explicit window_sizes(packed_sizes const& from)
        : outputs{from[0]}, rank{from[1] % 4}, kernel{from[2], from[3]}, strides{from[4], from[5]},
          dilation{from[6], from[7]}, padding{static_cast<window_paddings>(from[1] / 4)},
          places{from[8], from[9]}, groups{from[10]}, multiplier{from[11]} {}
    constexpr packed_sizes packed() const {
        return {outputs,     rank + 4 * static_cast<std::size_t>(padding),
                kernel[0],   kernel[1],
                strides[0],  strides[1],
                dilation[0], dilation[1],
                places[0],   places[1],
                groups,      multiplier};
    }
};

} // namespace ctnn::detail
