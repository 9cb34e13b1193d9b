#pragma once

#include <cstddef>
#include <ctnn/detail/arithmetic_in_use.hpp>
#include <ctnn/kernel/vector.hpp>
#include <type_traits>

CTNN_NAMESPACE(ctnn::kernel) {

// The largest of Size numbers. Where one is a NaN, any of them.
template <std::size_t Size, class Scalar>
[[gnu::always_inline]] constexpr Scalar largest(Scalar const* x) {
    // A few are read in one go, as what computes them writes them.
    if constexpr (vectorizable<Scalar> && Size > 1 && Size < narrowest<Scalar>)
        if (!std::is_constant_evaluated()) {
            auto const v = load_values<narrowest<Scalar>, Size>(x);
            Scalar most = v[0] > v[1] ? v[0] : v[1];
            if constexpr (Size == 3)
                most = most > v[2] ? most : v[2];
            return most;
        }
    Scalar most = x[0];
    for (std::size_t i = 1; i < Size; ++i)
        if constexpr (requires { larger(x[i], most); })
            most = larger(x[i], most);
        else
            most = x[i] > most ? x[i] : most;
    return most;
}

} // CTNN_NAMESPACE(ctnn::kernel)
