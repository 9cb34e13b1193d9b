#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/number/interval.hpp>
#include <ctnn/verify/detail/difference/int8_scales.hpp>
#include <ctnn/verify/detail/difference/real_intervals.hpp>

namespace ctnn::verify::detail {
CTNN_ARITHMETIC_BEGIN

// Integers, before they are cut off at -128 and 127, and what they stand for.
template <std::size_t Size>
struct int8_state {
    std::array<std::int32_t, Size> least{}, most{};
    real_intervals<Size> real{};
    std::array<double, Size> error{};

    static constexpr bool is_cut_off(std::size_t) { return false; }
    constexpr interval<double> value(std::size_t j) const { return real[j]; }
    constexpr void stands_for(std::size_t j, int8_meaning const& meaning) {
        real[j] = {meaning.real(least[j]), meaning.real(most[j])};
    }
};

CTNN_ARITHMETIC_END
} // namespace ctnn::verify::detail
