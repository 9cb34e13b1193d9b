#pragma once

#include <cstddef>
#include <ctnn/kernel/roomy.hpp>
#include <ctnn/kernel/vector.hpp>
#include <type_traits>

namespace ctnn::kernel {

// The largest of Size numbers. Where one is a NaN, any of them.
template <std::size_t Size, class X>
[[gnu::always_inline]] constexpr auto largest(X x) {
    using scalar = scalar_of<X>;
    // A few are read in one go, as what computes them writes them.
    if constexpr (vectorizable<scalar> && Size > 1 && Size < narrowest<scalar>)
        if (!std::is_constant_evaluated()) {
            auto const v = load_part<narrowest<scalar>, Size>(x);
            scalar most = v[0] > v[1] ? v[0] : v[1];
            if constexpr (Size == 3)
                most = most > v[2] ? most : v[2];
            return most;
        }
    scalar most = x[0];
    for (std::size_t i = 1; i < Size; ++i)
        most = x[i] > most ? x[i] : most;
    return most;
}

} // namespace ctnn::kernel
