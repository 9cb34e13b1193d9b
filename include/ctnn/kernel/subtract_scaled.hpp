#pragma once

#include <cstddef>
#include <ctnn/kernel/transform.hpp>
#include <ctnn/kernel/vector.hpp>
#include <type_traits>

namespace ctnn::kernel {

// y -= a x; y are parameters, which are read and written in the pieces that affine reads.
template <std::size_t Size, class Scalar>
[[gnu::always_inline]] constexpr void subtract_scaled(Scalar a, Scalar const* x, Scalar* y) {
    constexpr std::size_t lanes = narrowest<Scalar>;
    if constexpr (vectorizable<Scalar> && Size < lanes)
        if (!std::is_constant_evaluated())
            return store_part<0, Size>(y,
                                       load_part<lanes, Size>(y) - a * load_values<lanes, Size>(x));
    transform<Size>([a](auto const& to, auto const& from) { return to - a * from; }, y, y, x);
}

} // namespace ctnn::kernel
