#pragma once

#include <array>
#include <cstddef>
#include <ctnn/text/text_view.hpp>

namespace ctnn::onnx::detail {

// The name of a value or of weights: "3.weights", "v12".
class label {
public:
    constexpr label() = default;
    constexpr label(text_view before, std::size_t number, text_view after) {
        add(before);
        std::size_t unit = 1;
        while (number / unit > 9)
            unit *= 10;
        for (; unit > 0; unit /= 10)
            letters_[size_++] = static_cast<char>('0' + number / unit % 10);
        add(after);
    }
    constexpr explicit label(text_view all) { add(all); }

    constexpr operator text_view() const { return {letters_.data(), size_}; }

private:
    constexpr void add(text_view part) {
        for (char const c : part)
            letters_[size_++] = c;
    }

    // 20 digits, and the longest word that is added to them.
    std::array<char, 48> letters_{};
    std::size_t size_ = 0;
};

} // namespace ctnn::onnx::detail
