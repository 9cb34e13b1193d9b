#pragma once

#include <array>
#include <cstddef>
#include <ctnn/concept/network.hpp>
#include <ctnn/detail/walk.hpp>
#include <ctnn/kernel/all_finite.hpp>

namespace ctnn::detail {

template <class Scalar, std::size_t Size>
constexpr bool all_finite(std::array<Scalar, Size> const& values) {
    return kernel::all_finite<Size>(values.data());
}

template <concepts::network Network>
constexpr bool all_finite(Network const& net) {
    bool finite = true;
    for_each_block_of(
        [&finite]<class Scalar, std::size_t Size>(block<Scalar, Size> values) {
            finite = finite && kernel::all_finite<Size>(values.data);
        },
        net);
    return finite;
}

} // namespace ctnn::detail
