#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <cstddef>
#include <ctnn/concept/network.hpp>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/network/convert.hpp>
#include <ctnn/number/fixed_point.hpp>
#include <ctnn/verify/no_overflow.hpp>
#include <ctnn/verify/require.hpp>

namespace ctnn::verify::detail {
CTNN_ARITHMETIC_BEGIN

template <class Scalar>
struct unsaturated;
template <int IntegerBits, int FractionBits>
struct unsaturated<fixed_point<IntegerBits, FractionBits>> {
    using type = fixed_point<IntegerBits, FractionBits, overflow::is_excluded>;
};

CTNN_ARITHMETIC_END
} // namespace ctnn::verify::detail

namespace ctnn::verify {
CTNN_ARITHMETIC_BEGIN

/// The same network without the instructions that saturate, after the compiler has proven by
/// `no_overflow` that they never do anything for inputs in the box. It gives the same bits for these.
/// What may be outside has to be brought inside before: `box.nearest(x)`.
///
/// Shape:    a network of fixed_point, a box of its inputs, the most boxes to look at; the network with
///           the scalar fixed_point<.., .., overflow::is_excluded>, for inference alone.
/// Cost:     that of `no_overflow`, and none at run time.
/// Errors:   what is not proven does not compile, and the message says for which input it saturates or
///           which box is left.
/// Example:  docs/examples/no_overflow.cpp
template <concepts::network Network,
          class Diagnosis = decltype(detail::subject_diagnosis<Network>())>
    requires ctnn::detail::is_none<Diagnosis>
consteval auto without_saturation(Network const& net, detail::box_of<Network> const& inputs,
                                  std::size_t boxes = 1) {
    (require)(no_overflow(net, inputs, boxes));
    return convert<typename detail::unsaturated<typename Network::scalar>::type>(net);
}

CTNN_ARITHMETIC_END
} // namespace ctnn::verify

#include <ctnn/config/epilogue.hpp>
