#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <array>
#include <cstddef>
#include <ctnn/concept/network.hpp>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/number/interval.hpp>
#include <ctnn/verify/bounds.hpp>
#include <ctnn/verify/box.hpp>
#include <ctnn/verify/detail/linear/linear_chain.hpp>
#include <ctnn/verify/detail/search/linear_diagnosis.hpp>
#include <utility>

namespace ctnn::verify {
CTNN_ARITHMETIC_BEGIN

/// Bounds of a network's outputs over a box of inputs, by linear relaxation: where `bounds` forgets how
/// the neurons of a layer depend on each other, these keep a linear function of the inputs for each,
/// and are much narrower in deep networks. Functions are carried backward, and in networks of more than
/// three layers and few inputs forward as well; neuron by neuron the best bound counts.
///
/// They cover *this program* and *real arithmetic*: every rounding of either has its place in an
/// explicit error, which makes them wider than those of `bounds` by some roundings where nothing else
/// does. Where anything overflows, or the box is not valid, all intervals are `everything`.
///
/// Functions end at a layer that is neither affine nor an activation nor adds up branches: intervals go on from
/// there. If such a layer computes, as your own may and `max_pool` does not, the bounds cover *this program* only.
///
/// Shape:    a box of input_size to output_size intervals, .lower and .upper.
/// Cost:     for each 32 neurons of a layer whose sign is open, and each 32 outputs, a product of 64
///           numbers with every weight before; with functions that are carried forward, up to two
///           for each input with every weight. On the stack, about 16 doubles for each neuron, two for
///           each of its coefficients where functions are carried forward, and one for each weight;
///           and for each number of the widest layer 128, or 32 where that has more than 4096.
/// Errors:   those of `bounds`.
/// Source:   H. Zhang et al., "Efficient neural network robustness certification with general
///           activation functions" (CROWN), NeurIPS 2018; G. Singh et al., "An abstract domain for
///           certifying neural networks" (DeepPoly), POPL 2019; S. Wang et al., "Efficient formal
///           safety analysis of neural networks" (Neurify), NeurIPS 2018; N. J. Higham, Accuracy
///           and Stability of Numerical Algorithms, 2002, ch. 3.
/// Example:  tests/verify/linear_bounds.cpp
template <concepts::network Network, class T, std::size_t Size,
          class Diagnosis = decltype(detail::linear_diagnosis<Network, std::array<T, Size>>())>
    requires ctnn::detail::is_none<Diagnosis>
constexpr std::array<interval<T>, Network::output_size> linear_bounds(Network const& net,
                                                                      box<T, Size> const& inputs) {
    using last = typename Network::last_stage;
    constexpr std::size_t outputs = Network::output_size;
    detail::linear_chain<Network, static_cast<int>(Network::depth) - 1> const chain(
        net, inputs, detail::refined::all);
    std::array<interval<T>, outputs> y{};
    if (!chain.known) {
        detail::forget_all(y);
    } else if constexpr (concepts::elementwise_activation<typename last::activation, T>) {
        for (std::size_t j = 0; j < outputs; ++j)
            y[j] = detail::outward<T>(chain.y_low[j], chain.y_high[j]);
    } else {
        for (std::size_t j = 0; j < outputs; ++j)
            y[j] = detail::outward<T>(chain.low[j], chain.high[j]);
        y = detail::value_range<last>(y);
    }
    if (!detail::all_known(y))
        detail::forget_all(y);
    return y;
}

// Chosen for a network or a box that does not fit, so that the compiler prints the diagnosis.
template <concepts::network Network, class T, std::size_t Size,
          class Diagnosis = decltype(detail::linear_diagnosis<Network, std::array<T, Size>>())>
    requires(!ctnn::detail::is_none<Diagnosis>)
void linear_bounds(Network const&, box<T, Size> const&) = delete;

CTNN_ARITHMETIC_END
} // namespace ctnn::verify

namespace ctnn {
using verify::linear_bounds;
}

#include <ctnn/config/epilogue.hpp>
