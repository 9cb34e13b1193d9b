#pragma once

#include <array>
#include <cstddef>
#include <ctnn/config/arithmetic_in_use.hpp>

namespace ctnn::detail {
CTNN_ARITHMETIC_BEGIN

// An activation that mixes its numbers writes `forward` and `backward` on pointers, and has them on arrays from here.
template <class Activation>
struct array_forms {
    template <class Scalar, std::size_t Size>
    static constexpr std::array<Scalar, Size> forward(std::array<Scalar, Size> const& x) {
        std::array<Scalar, Size> y;
        Activation::template forward<Size>(x.data(), y.data());
        return y;
    }
    template <class Scalar, std::size_t Size>
    static constexpr std::array<Scalar, Size> backward(std::array<Scalar, Size> const& x,
                                                       std::array<Scalar, Size> const& y,
                                                       std::array<Scalar, Size> const& dy) {
        std::array<Scalar, Size> dx;
        Activation::template backward<Size>(x.data(), y.data(), dy.data(), dx.data());
        return dx;
    }
};

CTNN_ARITHMETIC_END
} // namespace ctnn::detail
