#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <cstddef>
#include <ctnn/concept/scalar.hpp>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/placed/affine.hpp>
#include <ctnn/tensor/detail/each_number.hpp>

namespace ctnn::placed {
CTNN_ARITHMETIC_BEGIN

// What remains of a layer that normalizes where no layer beside it can do its work (network/folded.hpp): an affine layer,
// v_i = x_i weights[0][i % Count] + biases[i % Count].
template <std::size_t Count>
struct factors {
    static constexpr char const* name = "factors";
    static constexpr double settings[] = {static_cast<double>(Count)};
    using step_layer = factors;

    template <concepts::scalar Scalar, class Shape>
    using bound = affine<Scalar, tensor::each_number<Shape, Count>, 1>;
};

CTNN_ARITHMETIC_END
} // namespace ctnn::placed

#include <ctnn/config/epilogue.hpp>
