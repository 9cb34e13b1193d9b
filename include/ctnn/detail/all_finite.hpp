#pragma once

#include <array>
#include <cstddef>
#include <ctnn/compiler/wide.hpp>
#include <ctnn/concept/network.hpp>
#include <ctnn/detail/walk.hpp>
#include <ctnn/kernel/sum.hpp>
#include <ctnn/kernel/vector.hpp>
#include <ctnn/math/is_finite.hpp>
#include <type_traits>
#include <utility>

namespace ctnn::detail {

template <class Indices>
struct finite_block;
template <std::size_t... Index>
struct finite_block<std::index_sequence<Index...>> {
    template <class Scalar>
    static constexpr bool all([[maybe_unused]] Scalar const* x) {
        return (... && __builtin_isfinite(x[Index]));
    }
};

// x * 0 is a zero where x is finite, else a NaN, and so is a sum of them.
template <std::size_t Size, class Scalar>
inline bool all_finite_vectors(Scalar const* x) {
    constexpr std::size_t lanes = kernel::lanes_for<Scalar, Size>;
    Scalar zero = Scalar(0);
    if constexpr (Size < lanes) {
#pragma GCC unroll 4
        for (std::size_t i = 0; i < Size; ++i)
            zero += x[i] * Scalar(0);
    } else {
        kernel::vector<Scalar, lanes> zeros = kernel::load<lanes>(x) * Scalar(0);
#pragma GCC unroll 4
        for (std::size_t i = lanes; i < Size / lanes * lanes; i += lanes)
            zeros += kernel::load<lanes>(x + i) * Scalar(0);
        if constexpr (Size % lanes > 0) // the last ones, some of them again
            zeros += kernel::load<lanes>(x + Size - lanes) * Scalar(0);
        zero = kernel::detail::sum_lanes<Scalar>(zeros);
    }
    return zero == zero;
}

template <std::size_t Size, class Scalar>
constexpr bool all_finite(Scalar const* x) {
    using math::is_finite;
    if constexpr (compiler::widenable<Scalar>)
        if (std::is_constant_evaluated()) {
            constexpr std::size_t block = 64;
            constexpr std::size_t whole = Size / block * block;
            for (std::size_t i = 0; i < whole; i += block)
                if (!finite_block<std::make_index_sequence<block>>::all(x + i))
                    return false;
            return finite_block<std::make_index_sequence<Size - whole>>::all(x + whole);
        }
    if constexpr (kernel::vectorizable<Scalar> && (Size > 1))
        if (!std::is_constant_evaluated())
            return all_finite_vectors<Size>(x);
    bool finite = true;
    for (std::size_t i = 0; i < Size; ++i)
        finite = finite && is_finite(x[i]);
    return finite;
}

template <class Scalar, std::size_t Size>
constexpr bool all_finite(std::array<Scalar, Size> const& values) {
    return all_finite<Size>(values.data());
}

template <concepts::network Network>
constexpr bool all_finite(Network const& net) {
    bool finite = true;
    for_each_block_of(
        [&finite](auto block) { finite = finite && all_finite<decltype(block)::size>(block.data); },
        net);
    return finite;
}

} // namespace ctnn::detail
