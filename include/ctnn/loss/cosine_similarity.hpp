#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <array>
#include <cstddef>
#include <ctnn/loss/detail/no_loss.hpp>
#include <ctnn/math/sqrt.hpp>

namespace ctnn {

/// One minus the cosine of the angle between output and target: 0 where they point the same way, 2 where
/// they point opposite ways. Lengths do not matter. (Keras' loss of this name is smaller by 1.)
///
/// Shape:    y, t: N scalars; one scalar from 0 to 2.
/// Gradient: (cos y_i / |y| - t_i / |t|) / |y|.
/// Cost:     6 N multiply-adds, 2 N divisions, two square roots.
/// Errors:   a target of zeros has no direction: NaN (in fixed point the largest number). Outputs that are
///           all 0 have the loss 1 and the gradient 0. No finite number is too large or too small; a NaN or
///           an infinity gives NaN. In fixed point, at most as many outputs as its largest number.
/// Source:   PyTorch's CosineEmbeddingLoss of similar pairs.
/// Example:  tests/loss/cosine_similarity.cpp
struct cosine_similarity {
    template <class Scalar, std::size_t Size>
    static constexpr Scalar value(std::array<Scalar, Size> const& y,
                                  std::array<Scalar, Size> const& t) {
        direction<Scalar, Size> const from(y), to(t);
        if (!to.exists())
            return detail::no_loss<Scalar>;
        return from.exists() ? from.distance(to) : Scalar(1);
    }

    template <class Scalar, std::size_t Size>
    static constexpr std::array<Scalar, Size> derivative(std::array<Scalar, Size> const& y,
                                                         std::array<Scalar, Size> const& t) {
        direction<Scalar, Size> const from(y), to(t);
        std::array<Scalar, Size> dy{};
        if (!from.exists())
            return dy;
        Scalar const cosine = Scalar(1) - from.distance(to);
        for (std::size_t i = 0; i < Size; ++i)
            dy[i] = (cosine * from.unit[i] - to.unit[i]) / from.length / from.largest;
        return dy;
    }

private:
    // Numbers of length 1 along x. Its length is the product of two, of which neither is beyond the scalar.
    template <class Scalar, std::size_t Size>
    struct direction {
        std::array<Scalar, Size> unit{};
        Scalar largest = Scalar(0);
        Scalar length = Scalar(0);

        constexpr explicit direction(std::array<Scalar, Size> const& x) {
            using math::sqrt;
            for (Scalar const& xi : x) {
                Scalar const size = xi < Scalar(0) ? -xi : xi;
                largest = size > largest || size != size ? size : largest; // a NaN stays
            }
            if (!exists())
                return;
            Scalar square = Scalar(0);
            for (std::size_t i = 0; i < Size; ++i) {
                unit[i] = x[i] / largest;
                square += unit[i] * unit[i];
            }
            length = sqrt(square);
            for (Scalar& component : unit)
                component = component / length;
        }
        constexpr bool exists() const { return !(largest == Scalar(0)); }
        // Half the squared distance of the ends is 1 - cos, and does not cancel.
        constexpr Scalar distance(direction const& other) const {
            Scalar sum = Scalar(0);
            for (std::size_t i = 0; i < Size; ++i) {
                Scalar const apart = unit[i] - other.unit[i];
                sum += apart * apart;
            }
            return Scalar(0.5) * sum;
        }
    };
};

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
