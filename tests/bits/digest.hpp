#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <ctnn/ctnn.hpp>
#include <type_traits>

namespace bits {

// Each value's bits are printed before they go into the digest, to find where two targets part.
inline bool print_values = false;

template <class Scalar>
using pattern_of = std::conditional_t<sizeof(Scalar) == 4, std::uint32_t, std::uint64_t>;

// The value's bits as a number, so that the order of bytes in memory does not matter. All NaNs
// count as one: which NaN an operation gives is left open by IEEE 754, and processors differ.
template <class Scalar>
constexpr pattern_of<Scalar> pattern(Scalar value) {
    constexpr auto nan =
        std::bit_cast<pattern_of<Scalar>>(std::numeric_limits<Scalar>::quiet_NaN());
    return value != value ? nan : std::bit_cast<pattern_of<Scalar>>(value);
}

// FNV-1a on words instead of bytes, with a shift after it that brings high bits down.
class digest {
public:
    constexpr void add(std::uint64_t word) {
        if (!std::is_constant_evaluated() && print_values)
            std::printf("%llx\n", static_cast<unsigned long long>(word));
        state_ = (state_ ^ word) * 0x100000001b3;
        state_ ^= state_ >> 29;
    }
    constexpr void add(float value) { add(std::uint64_t{pattern(value)}); }
    constexpr void add(double value) { add(pattern(value)); }

    template <class Scalar, std::size_t Size>
    constexpr void add(std::array<Scalar, Size> const& values) {
        for (Scalar const& value : values)
            add(value);
    }
    template <ctnn::concepts::network Network>
    constexpr void add(Network const& net) {
        ctnn::detail::for_each_block(
            [this](auto block) {
                for (std::size_t i = 0; i < block.size; ++i)
                    this->add(block.data[i]);
            },
            net);
    }

    constexpr std::uint64_t value() const { return state_; }

private:
    std::uint64_t state_ = 0xcbf29ce484222325;
};

} // namespace bits
