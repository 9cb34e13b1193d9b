#pragma once

// What is special to the lecture, wrong as it stands there: a loss and an activation written
// against ctnn's extension points, as any user would add their own. docs/notebook.md says what is
// wrong with them, and docs/extending.md how it is done.

#include <array>
#include <cstddef>
#include <ctnn/concept/activation.hpp>
#include <ctnn/concept/loss.hpp>
#include <ctnn/math/exp.hpp>
#include <ctnn/math/log.hpp>

namespace lecture {

// A softmax that does not subtract its maximum, and is differentiated by the diagonal of its
// Jacobian only.
struct softmax {
    template <class Scalar, std::size_t Size>
    static constexpr std::array<Scalar, Size> forward(std::array<Scalar, Size> const& v) {
        using ctnn::math::exp;
        std::array<Scalar, Size> y{};
        Scalar sum = 0;
        for (std::size_t i = 0; i < Size; ++i)
            sum += y[i] = exp(v[i]);
        for (Scalar& value : y)
            value = value / sum;
        return y;
    }

    // exp(v) (S - exp(v)) / S^2 is y (1 - y).
    template <class Scalar, std::size_t Size>
    static constexpr std::array<Scalar, Size> backward(std::array<Scalar, Size> const&,
                                                       std::array<Scalar, Size> const& y,
                                                       std::array<Scalar, Size> const& dy) {
        std::array<Scalar, Size> dv{};
        for (std::size_t i = 0; i < Size; ++i)
            dv[i] = dy[i] * (y[i] * (1 - y[i]));
        return dv;
    }
};

// A cross-entropy with the decimal logarithm, with the derivative of the natural one, and with a
// wrong sign in it.
struct cross_entropy {
    template <class Scalar>
    static constexpr Scalar error(Scalar y, Scalar t) {
        using ctnn::math::log;
        return -(t * log(y) + (1 - t) * log(1 - y)) * Scalar(0.43429448190325182765);
    }

    template <class Scalar, std::size_t Size>
    static constexpr Scalar value(std::array<Scalar, Size> const& y,
                                  std::array<Scalar, Size> const& t) {
        Scalar sum = 0;
        for (std::size_t i = 0; i < Size; ++i)
            sum += error(y[i], t[i]);
        return sum;
    }

    template <class Scalar, std::size_t Size>
    static constexpr std::array<Scalar, Size> derivative(std::array<Scalar, Size> const& y,
                                                         std::array<Scalar, Size> const& t) {
        std::array<Scalar, Size> dy{};
        for (std::size_t i = 0; i < Size; ++i)
            dy[i] = -(t[i] / y[i] + (1 - t[i]) / (1 - y[i]));
        return dy;
    }
};

static_assert(ctnn::concepts::vector_activation<softmax>);
static_assert(ctnn::concepts::loss<cross_entropy>);

} // namespace lecture
