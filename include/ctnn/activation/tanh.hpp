#pragma once

#include <ctnn/kernel/tanh.hpp>
#include <ctnn/kernel/vector.hpp>
#include <ctnn/math/tanh.hpp>

namespace ctnn {

/// The hyperbolic tangent.
///
/// Shape:    one scalar to one scalar.
/// Gradient: 1 - y^2.
/// Cost:     one tanh.
/// Errors:   none; NaN gives NaN.
/// Source:   Y. LeCun, L. Bottou, G. B. Orr, K.-R. Mueller, "Efficient BackProp", 1998.
/// Example:  docs/examples/activation_plots.cpp
struct tanh {
    static constexpr bool takes_vectors = true;

    template <class Scalar>
    static constexpr Scalar value(Scalar x) {
        if constexpr (kernel::is_vector<Scalar>) {
            return kernel::tanh(x);
        } else {
            using math::tanh;
            return tanh(x);
        }
    }
    template <class Scalar>
    static constexpr Scalar derivative(Scalar, Scalar y) {
        constexpr Scalar one = kernel::number<Scalar>(1);
        return one - y * y;
    }
};

} // namespace ctnn
