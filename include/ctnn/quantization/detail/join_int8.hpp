#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <ctnn/placed/adds_branches.hpp>
#include <ctnn/quantization/detail/dense_int8.hpp>

namespace ctnn::quantization {

/// The sums of the branches' outputs, each with its own scale, as integers on the scale of the next layer: for branch k,
/// (q - zeros[k]) * multipliers[k] / 2^shift.
template <std::size_t Branches>
struct join_int8 {
    std::array<std::int32_t, Branches> zeros{};
    std::array<std::int32_t, Branches> multipliers{}; // their sum is at most most_multipliers
    std::int32_t shift = 1;                           // from 1 to most_shift
    std::int32_t zero = 0;

    // So that no sum exceeds 2^31.
    static constexpr std::int32_t most_multipliers = std::int32_t{1} << 22;
    static constexpr std::int32_t most_shift = 21;

    constexpr std::int32_t start() const {
        return (std::int32_t{1} << (shift - 1)) + zero * (std::int32_t{1} << shift);
    }
    // To the nearest integer, ties upwards.
    constexpr std::int8_t rounded(std::int32_t sum) const {
        return static_cast<std::int8_t>(detail::saturated(sum >> shift));
    }

    // Number i of branch K goes into place<K>(i).
    template <class Join, std::size_t K, std::size_t Size, class Integer>
    [[gnu::always_inline]] constexpr void add(Integer const* from, std::int32_t* sums) const {
        std::int32_t const zero_of_branch = zeros.data()[K], by = multipliers.data()[K];
        for (std::size_t i = 0; i < Size; ++i)
            if (std::size_t const j = Join::template place<K>(i); j != placed::nowhere)
                sums[j] += (from[i] - zero_of_branch) * by;
    }

    friend constexpr bool operator==(join_int8 const&, join_int8 const&) = default;
};

} // namespace ctnn::quantization
