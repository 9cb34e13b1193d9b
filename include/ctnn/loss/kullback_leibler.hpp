#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <array>
#include <cstddef>
#include <ctnn/activation/softmax.hpp>
#include <ctnn/concept/output_bounds.hpp>
#include <ctnn/loss/cross_entropy.hpp>
#include <ctnn/loss/detail/no_loss.hpp>
#include <ctnn/math/log.hpp>

namespace ctnn {

/// The Kullback-Leibler divergence of a distribution y from the target distribution t, sum_i t_i ln(t_i / y_i):
/// the cross-entropy less the entropy of t, with the same gradient, and 0 where the two are equal. After
/// softmax it is computed from the logits v and differentiated as one with it.
///
/// Shape:    y, t: N scalars; one scalar, in nats. y are probabilities, as in Keras; PyTorch's KLDivLoss
///           takes their logarithms.
/// Gradient: -t_i / y_i; after softmax y_i sum_j t_j - t_i by the logit v_i.
/// Cost:     two logs for each t_i that is not 0; after softmax one, and one in all.
/// Errors:   those of `cross_entropy`.
/// Source:   S. Kullback, R. A. Leibler, "On information and sufficiency", 1951.
/// Example:  tests/loss/kullback_leibler.cpp
struct kullback_leibler {
    static constexpr output_bounds domain{0, 1};
    static constexpr bool compares_classes = true;

    template <class Scalar, std::size_t Size>
    static constexpr Scalar value(std::array<Scalar, Size> const& y,
                                  std::array<Scalar, Size> const& t) {
        using math::log;
        Scalar sum = Scalar(0);
        for (std::size_t i = 0; i < Size; ++i) {
            if (t[i] < Scalar(0) || !detail::is_probability(y[i]))
                return detail::no_loss<Scalar>;
            if (!(t[i] == Scalar(0) && y[i] == y[i])) // 0 ln 0 is 0, but a NaN stays
                sum += t[i] * (log(t[i]) - log(y[i]));
        }
        return sum;
    }
    template <class Scalar, std::size_t Size>
    static constexpr std::array<Scalar, Size> derivative(std::array<Scalar, Size> const& y,
                                                         std::array<Scalar, Size> const& t) {
        return cross_entropy::derivative(y, t);
    }

    template <class Scalar, std::size_t Size>
    static constexpr Scalar value(softmax, std::array<Scalar, Size> const& v,
                                  std::array<Scalar, Size> const& y,
                                  std::array<Scalar, Size> const& t) {
        using math::log;
        Scalar loss = cross_entropy::value(softmax{}, v, y, t);
        for (Scalar const& ti : t)
            if (ti > Scalar(0))
                loss += ti * log(ti);
        return loss;
    }
    template <class Scalar, std::size_t Size>
    static constexpr std::array<Scalar, Size> derivative(softmax, std::array<Scalar, Size> const& v,
                                                         std::array<Scalar, Size> const& y,
                                                         std::array<Scalar, Size> const& t) {
        return cross_entropy::derivative(softmax{}, v, y, t);
    }
};

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
