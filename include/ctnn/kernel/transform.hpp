#pragma once

#include <cstddef>
#include <ctnn/kernel/change_each.hpp>
#include <ctnn/kernel/roomy.hpp>
#include <ctnn/kernel/vector.hpp>
#include <type_traits>

namespace ctnn::kernel {

// to[i] = change(from[i] ...) for Size numbers; `change` is written so that it takes vectors, too.
template <std::size_t Size, class Change, class To, class... From>
[[gnu::always_inline]] constexpr void transform(Change const& change, To to, From... from) {
    if constexpr (vectorizable<scalar_of<To>>)
        if (!std::is_constant_evaluated())
            return change_each<Size>(change, to, from...);
    for (std::size_t i = 0; i < Size; ++i)
        to[i] = change(from[i]...);
}

} // namespace ctnn::kernel
