#pragma once

#include <array>
#include <cstddef>
#include <ctnn/kernel/mean.hpp>
#include <ctnn/loss/detail/no_loss.hpp>
#include <ctnn/loss/detail/sum_of_losses.hpp>

// Losses that are the mean over the outputs of a function of one output and its target.

namespace ctnn::detail {

// Whether x is what a loss gives that has none, in a scalar without a NaN, whose mean would hide it.
template <class Scalar>
constexpr bool hides_in_a_mean(Scalar const& x) {
    if constexpr (no_loss<Scalar> == no_loss<Scalar>)
        return x == no_loss<Scalar>;
    else
        return false;
}

template <class Scalar, std::size_t Size, class One>
constexpr Scalar mean_of_losses(std::array<Scalar, Size> const& y,
                                std::array<Scalar, Size> const& t, One const& one) {
    Scalar const* const output = y.data();
    Scalar const* const target = t.data();
    sum_of_losses<Scalar, Size> sum;
    for (std::size_t i = 0; i < Size; ++i) {
        Scalar const loss = one(output[i], target[i]);
        if (hides_in_a_mean(loss))
            return loss;
        sum.add(loss);
    }
    return sum.mean();
}

template <class Scalar, std::size_t Size, class Slope>
constexpr std::array<Scalar, Size> mean_of_slopes(std::array<Scalar, Size> const& y,
                                                  std::array<Scalar, Size> const& t,
                                                  Slope const& slope) {
    Scalar const* const output = y.data();
    Scalar const* const target = t.data();
    Scalar const scale = mean_of(Scalar(1), Size);
    std::array<Scalar, Size> dy{};
    Scalar* const to = dy.data();
    for (std::size_t i = 0; i < Size; ++i)
        to[i] = slope(output[i], target[i]) * scale;
    return dy;
}

} // namespace ctnn::detail
