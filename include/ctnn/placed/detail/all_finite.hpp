#pragma once

#include <array>
#include <cstddef>
#include <ctnn/concept/trainable_network.hpp>
#include <ctnn/kernel/vector.hpp>
#include <ctnn/kernel/wide.hpp>
#include <ctnn/math/is_finite.hpp>
#include <ctnn/tensor/detail/members.hpp>
#include <type_traits>
#include <utility>

namespace ctnn::detail {

template <class Indices>
struct unrolled_check;
template <std::size_t... Index>
struct unrolled_check<std::index_sequence<Index...>> {
    template <class Scalar>
    static constexpr bool all([[maybe_unused]] Scalar const* x) {
        return (... && __builtin_isfinite(x[Index]));
    }
};

// Whether `size` consecutive numbers, perhaps of many objects, are finite. x * 0 is a zero of either sign
// if x is finite, else a NaN. If all the products' bits are combined, only a NaN leaves more than a sign
// bit.
template <class Scalar>
[[gnu::always_inline]] inline bool all_finite_vectors(void const* numbers, std::size_t size) {
    constexpr std::size_t lanes = kernel::widest<Scalar>;
    using word = kernel::word_of<Scalar>;
    auto const* from = static_cast<unsigned char const*>(numbers);
    auto const* const end = from + size * sizeof(Scalar);
    auto const* const end_of_vectors = from + size / lanes * lanes * sizeof(Scalar);
    kernel::vector<word, lanes> zeros{};
#pragma GCC unroll 4
    for (; from != end_of_vectors; from += lanes * sizeof(Scalar)) {
        kernel::vector<Scalar, lanes> x;
        __builtin_memcpy(&x, from, sizeof x);
        zeros |= __builtin_bit_cast(kernel::vector<word, lanes>, x * Scalar(0));
    }
    word zero = 0;
    for (; from != end; from += sizeof(Scalar)) {
        Scalar x;
        __builtin_memcpy(&x, from, sizeof x);
        zero |= __builtin_bit_cast(word, x * Scalar(0));
    }
#pragma GCC unroll 16
    for (std::size_t k = 0; k < lanes; ++k)
        zero |= zeros[k];
    return (zero << 1) == 0;
}

template <std::size_t Size, class Scalar>
constexpr bool all_finite(Scalar const* x) {
    using math::is_finite;
    if constexpr (kernel::widenable<Scalar>)
        if (std::is_constant_evaluated()) {
            constexpr std::size_t at_once = 64;
            constexpr std::size_t whole = Size / at_once * at_once;
            for (std::size_t i = 0; i < whole; i += at_once)
                if (!unrolled_check<std::make_index_sequence<at_once>>::all(x + i))
                    return false;
            return unrolled_check<std::make_index_sequence<Size - whole>>::all(x + whole);
        }
    if constexpr (kernel::vectorizable<Scalar> && (Size > 1))
        if (!std::is_constant_evaluated())
            return all_finite_vectors<Scalar>(x, Size);
    bool finite = true;
    for (std::size_t i = 0; i < Size; ++i)
        finite = finite && is_finite(x[i]);
    return finite;
}

template <class Scalar, std::size_t Size>
constexpr bool all_finite(std::array<Scalar, Size> const& values) {
    return all_finite<Size>(values.data());
}

template <concepts::trainable_network Network>
constexpr bool all_finite(Network const& net) {
    bool finite = true;
    for_each_block(
        [&finite](auto block) { finite = finite && all_finite<decltype(block)::size>(block.data); },
        net);
    return finite;
}

} // namespace ctnn::detail
