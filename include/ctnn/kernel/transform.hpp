#pragma once

#include <cstddef>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/kernel/change_each.hpp>
#include <ctnn/kernel/unrolled.hpp>
#include <ctnn/kernel/vector.hpp>
#include <type_traits>

namespace ctnn::kernel {
CTNN_ARITHMETIC_BEGIN

// to[i] = change(from[i] ...) for Size numbers; `change` is written so that it takes vectors, too.
template <std::size_t Size, class Scalar, class Change, class... From>
[[gnu::always_inline]] constexpr void transform(Change const& change, Scalar* to,
                                                From const*... from) {
    if constexpr (vectorizable<Scalar>)
        if (!std::is_constant_evaluated())
            return change_each<Size>(change, to, from...);
    transform_unrolled<Size>(change, to, from...);
}

CTNN_ARITHMETIC_END
} // namespace ctnn::kernel
