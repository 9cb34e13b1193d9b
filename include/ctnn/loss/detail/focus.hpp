#pragma once

#include <ctnn/math/exp.hpp>

namespace ctnn::detail {

// p^gamma, of the logarithm of a probability p.
template <class Scalar>
constexpr Scalar focus(Scalar const& log_p, Scalar const& gamma) {
    using math::exp;
    return gamma == Scalar(0) ? Scalar(1) : exp(gamma * log_p);
}

} // namespace ctnn::detail
