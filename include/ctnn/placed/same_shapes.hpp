#pragma once

#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/error/diagnosis.hpp>
#include <type_traits>

namespace ctnn::placed {
CTNN_ARITHMETIC_BEGIN

// What is wrong with the shapes of branches that a join combines number by number: the first one that differs from the
// first branch's.
template <class At, class Shape>
constexpr auto same_shapes() {
    return error::none{};
}
template <class At, class Shape, class Other, class... Rest>
constexpr auto same_shapes() {
    if constexpr (!std::is_same_v<Other, Shape>)
        return typename At::template has_layers_that_give_shape<Other>::template but_needs_shape<
            Shape>{};
    else
        return same_shapes<At, Shape, Rest...>();
}

CTNN_ARITHMETIC_END
} // namespace ctnn::placed
