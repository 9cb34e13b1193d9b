#pragma once

#include <array>
#include <cstdint>
#include <ctnn/layer/dense.hpp>
#include <ctnn/network/initialize.hpp>
#include <ctnn/network/network.hpp>
#include <ctnn/tensor/input.hpp>

#include "../support/compare.hpp"
#include "numpy_weights.hpp"

// What the tests of all initializers share.

namespace numpy_weights {

template <class Scalar>
using model = ctnn::network<Scalar, ctnn::input<3>, ctnn::dense<4>, ctnn::dense<2>>;

// Weights in numpy's order, rounded once to the scalar, and biases of zero.
template <class Scalar, class Initializer, std::size_t Size>
constexpr bool agree(Initializer const& initializer, std::array<double, Size> const& expected,
                     double units, std::uint32_t seed = 2022) {
    auto const weights = compare::flat(ctnn::initialize<model<Scalar>>(initializer, seed));
    return compare::near(weights, compare::converted<Scalar>(expected), units, 1e-3);
}

} // namespace numpy_weights
