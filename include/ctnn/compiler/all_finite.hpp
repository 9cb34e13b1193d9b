#pragma once

#include <array>
#include <cstddef>
#include <ctnn/compiler/wide.hpp>
#include <ctnn/detail/all_finite.hpp>
#include <utility>

namespace ctnn::compiler {
namespace detail {

template <class Scalar, std::size_t... Index>
constexpr bool all_finite_of([[maybe_unused]] Scalar const* x, std::index_sequence<Index...>) {
    return (... && __builtin_isfinite(x[Index]));
}

} // namespace detail

// Whether no number is infinite or NaN, in as few expressions as clang's limit of operands allows.
template <class Scalar, std::size_t Size>
constexpr bool all_finite(std::array<Scalar, Size> const& values) {
    if constexpr (widenable<Scalar>) {
        constexpr std::size_t block = 64;
        constexpr std::size_t whole = Size / block * block;
        Scalar const* const x = values.data();
        for (std::size_t i = 0; i < whole; i += block)
            if (!detail::all_finite_of(x + i, std::make_index_sequence<block>{}))
                return false;
        return detail::all_finite_of(x + whole, std::make_index_sequence<Size - whole>{});
    } else {
        return ctnn::detail::all_finite(values);
    }
}

} // namespace ctnn::compiler
