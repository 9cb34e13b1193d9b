#pragma once

#include <array>
#include <cstddef>
#include <ctnn/compiler/wide.hpp>
#include <ctnn/concept/network.hpp>
#include <ctnn/detail/walk.hpp>
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

// In constant evaluation in as few expressions as clang's limit of operands allows.
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
    std::size_t begin = 0;
    bool finite = true;
    if constexpr (kernel::vectorizable<Scalar> && Size >= kernel::widest<Scalar>) {
        // x - x is 0, or a NaN, which nothing makes a number again.
        constexpr std::size_t lanes = kernel::widest<Scalar>;
        kernel::vector<Scalar, lanes> sum{};
        for (; begin + lanes <= Size; begin += lanes)
            sum += kernel::load<lanes>(x + begin) - kernel::load<lanes>(x + begin);
        for (std::size_t k = 0; k < lanes; ++k)
            finite = finite && sum[k] == Scalar(0);
    }
    for (; begin < Size; ++begin)
        finite = finite && is_finite(x[begin]);
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
