#pragma once

#include <cstddef>
#include <ctnn/kernel/transform.hpp>

namespace ctnn::kernel {

// y -= a x.
template <std::size_t Size, class Scalar, class X>
[[gnu::always_inline]] constexpr void subtract_scaled(Scalar a, X x, Scalar* y) {
    transform<Size>([a](auto const& to, auto const& from) { return to - a * from; }, y, y, x);
}

} // namespace ctnn::kernel
