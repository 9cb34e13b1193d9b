#pragma once

#include <cstddef>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <type_traits>
#include <utility>

namespace ctnn::kernel {
CTNN_ARITHMETIC_BEGIN
namespace detail {

// What is done to each of some numbers, written out in one expression: in constant evaluation that
// is cheaper than a loop. The indices are those of the struct, for a sequence that is handed to a
// function is an object to be made at each call.
template <class Indices>
struct unrolled_transform;

template <std::size_t... Index>
struct unrolled_transform<std::index_sequence<Index...>> {
    template <class Change, class Scalar>
    static constexpr void transform(Change const& change, Scalar* to, Scalar const* a) {
        ((to[Index] = change(a[Index])), ...);
    }
    template <class Change, class Scalar>
    static constexpr void transform(Change const& change, Scalar* to, Scalar const* a,
                                    Scalar const* b) {
        ((to[Index] = change(a[Index], b[Index])), ...);
    }
    template <class Change, class Scalar>
    static constexpr void transform(Change const& change, Scalar* to, Scalar const* a,
                                    Scalar const* b, Scalar const* c) {
        ((to[Index] = change(a[Index], b[Index], c[Index])), ...);
    }
    template <class Change, class Scalar>
    static constexpr void transform(Change const& change, Scalar* to, Scalar const* a,
                                    Scalar const* b, Scalar const* c, Scalar const* d) {
        ((to[Index] = change(a[Index], b[Index], c[Index], d[Index])), ...);
    }
};

} // namespace detail

// to[i] = change(from[i] ...) for Size numbers, one by one. A machine gets a loop: of what is written
// out clang makes vectors, also where the machine's have other bits (32-bit NEON).
template <std::size_t Size, class Scalar, class Change, class... From>
constexpr void transform_unrolled(Change const& change, Scalar* to, From const*... from) {
    if (!std::is_constant_evaluated()) {
        for (std::size_t i = 0; i < Size; ++i)
            to[i] = change(from[i]...);
        return;
    }
    constexpr std::size_t at_once = 64; // clang takes no more than 256 operands in one expression
    constexpr std::size_t whole = Size / at_once * at_once;
    for (std::size_t i = 0; i < whole; i += at_once)
        detail::unrolled_transform<std::make_index_sequence<at_once>>::transform(change, to + i,
                                                                                 (from + i)...);
    if constexpr (whole < Size)
        detail::unrolled_transform<std::make_index_sequence<Size - whole>>::transform(
            change, to + whole, (from + whole)...);
}

CTNN_ARITHMETIC_END
} // namespace ctnn::kernel
