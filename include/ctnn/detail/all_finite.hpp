#pragma once

#include <array>
#include <cstddef>
#include <ctnn/concept/network.hpp>
#include <ctnn/detail/walk.hpp>
#include <ctnn/math/is_finite.hpp>

namespace ctnn::detail {

template <class Scalar, std::size_t Size>
constexpr bool all_finite(std::array<Scalar, Size> const& values) {
    using math::is_finite;
    bool finite = true;
    for (Scalar const& value : values)
        finite = finite && is_finite(value);
    return finite;
}

template <concepts::network Network>
constexpr bool all_finite(Network const& net) {
    using math::is_finite;
    bool finite = true;
    for_each_block_of(
        [&finite](auto block) {
            for (std::size_t i = 0; i < block.size; ++i)
                finite = finite && is_finite(block.data[i]);
        },
        net);
    return finite;
}

} // namespace ctnn::detail
