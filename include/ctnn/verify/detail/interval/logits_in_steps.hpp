#pragma once

#include <array>
#include <cstddef>
#include <ctnn/number/detail/interval_end.hpp>
#include <ctnn/number/detail/widen.hpp>
#include <ctnn/number/interval.hpp>

namespace ctnn::verify::detail {

// Logits in fixed point, for bounds that are made in double. Their differences to the largest saturate at the lowest
// number; if one may, nothing is known of a result.
template <number::detail::goes_in_steps T, std::size_t Size>
struct logits_in_steps {
    std::array<interval<double>, Size> wide{};
    bool may_saturate = false;

    constexpr explicit logits_in_steps(std::array<interval<T>, Size> const& x) {
        T least = T::largest(), most = T::lowest();
        for (std::size_t i = 0; i < Size; ++i) {
            wide[i] = {static_cast<double>(x[i].lower), static_cast<double>(x[i].upper)};
            least = number::detail::smaller(least, x[i].lower);
            most = number::detail::larger(most, x[i].upper);
        }
        may_saturate = !(least - most > T::lowest());
    }
};

} // namespace ctnn::verify::detail
