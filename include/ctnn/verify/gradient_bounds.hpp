#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <array>
#include <cstddef>
#include <ctnn/concept/activation.hpp>
#include <ctnn/concept/detail/curve_of.hpp>
#include <ctnn/concept/network.hpp>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/error/diagnosis.hpp>
#include <ctnn/number/interval.hpp>
#include <ctnn/placed/diagnose_layers.hpp>
#include <ctnn/verify/box.hpp>
#include <ctnn/verify/derivative_range.hpp>
#include <ctnn/verify/detail/gradient/gradient_chain.hpp>
#include <ctnn/verify/detail/linear/linear_stage.hpp>
#include <ctnn/verify/detail/search/linear_diagnosis.hpp>
#include <type_traits>
#include <utility>

namespace ctnn::verify::detail {
CTNN_ARITHMETIC_BEGIN

template <class Stage>
constexpr bool has_derivative_range = requires(interval<double> const& x) {
    derivative_range<typename Stage::activation>::template of<typename Stage::scalar>(x);
}
|| customization::normalizes_exponentials<typename Stage::activation> ||
    customization::gives_log_probabilities<typename Stage::activation>;

struct ranges_of_derivatives {
    template <class Stage>
    static constexpr auto of() {
        using layer = error::layer<Stage::index, typename Stage::layer>;
        if constexpr (!lets_functions_through<Stage> && !has_linear_branches<Stage>)
            return typename layer::
                has_no_derivative_ranges_because_it_is_neither_affine_nor_an_activation{};
        else if constexpr (!has_derivative_range<Stage>)
            return typename layer::has_an_activation_that_lacks_a_range_of_derivatives{};
        else
            return error::none{};
    }
};

// What is wrong with a network and a box of inputs, where derivatives are wanted.
template <class Network, class Input>
constexpr auto gradient_diagnosis() {
    using linear = decltype(linear_diagnosis<Network, Input>());
    if constexpr (!ctnn::detail::is_none<linear>)
        return linear{};
    else
        return placed::diagnose_layers<ranges_of_derivatives, Network>();
}

template <class Network, class T, std::size_t Size>
auto gradient_box_diagnosis_of(box<T, Size> const&)
    -> decltype(gradient_diagnosis<Network, std::array<T, Size>>());

template <class Network, class Box>
using gradient_box_diagnosis =
    decltype(gradient_box_diagnosis_of<Network>(std::declval<Box const&>()));

CTNN_ARITHMETIC_END
} // namespace ctnn::verify::detail

namespace ctnn::verify {
CTNN_ARITHMETIC_BEGIN

/// Bounds of a network's derivatives over a box of inputs: [j][i] is an interval for the derivative of
/// output j by input i, as a constant of any two inputs in the box as well: there is a matrix A with
/// its entries in these intervals so that net(b) - net(a) = A (b - a).
///
/// What it covers is *real arithmetic*: the network as a real function, whose derivatives are enclosed,
/// every rounding of this computation included. At a joint, as that of relu at 0, all numbers between
/// the derivatives on both sides are in (Clarke's generalised gradient). The rounded program is a step
/// function, of which no derivative says anything. Where anything overflows, or the box is not valid, all
/// intervals are `everything`.
///
/// Shape:    a box of input_size to output_size rows of input_size intervals, .lower and .upper.
/// Cost:     that of `linear_bounds`, and two multiply-adds of every weight for each output; about
///           16 doubles of stack for each output and neuron of the widest layer.
/// Errors:   those of `linear_bounds`; an activation of your own needs what derivative_range says. A layer
///           that is neither affine nor an activation nor bends at 0 nor is made of branches does not compile.
/// Source:   intervals through backpropagation: S. Wang et al., "Formal security analysis of neural
///           networks using symbolic intervals" (ReluVal), USENIX Security 2018, 4.2.
/// Example:  tests/verify/gradient_bounds.cpp
template <concepts::network Network, class Box = detail::box_of<Network>,
          class Diagnosis = detail::gradient_box_diagnosis<Network, Box>>
    requires ctnn::detail::is_none<Diagnosis>
constexpr auto gradient_bounds(Network const& net, Box const& inputs) {
    using scalar = typename Network::scalar;
    std::array<std::array<interval<scalar>, Network::input_size>, Network::output_size> result{};
    detail::linear_chain<Network, static_cast<int>(Network::depth) - 1> const chain(
        net, inputs, detail::last_layer_for_derivatives<Network>);
    detail::derivatives<Network::output_size, Network::input_size> slopes;
    bool const known = detail::differentiate(chain, slopes);
    bool finite = known;
    for (std::size_t j = 0; j < Network::output_size; ++j)
        for (std::size_t i = 0; i < Network::input_size; ++i) {
            result[j][i] = known ? detail::outward<scalar>(slopes.low[j][i], slopes.high[j][i])
                                 : interval<scalar>::everything();
            finite = finite && is_finite(result[j][i]);
        }
    if (!finite)
        for (auto& row : result)
            detail::forget_all(row);
    return result;
}

// Chosen for a network or a box that does not fit, so that the compiler prints the diagnosis.
template <concepts::network Network, class Box = detail::box_of<Network>,
          class Diagnosis = detail::gradient_box_diagnosis<Network, Box>>
    requires(!ctnn::detail::is_none<Diagnosis>)
void gradient_bounds(Network const& net, Box const& inputs) = delete;

CTNN_ARITHMETIC_END
} // namespace ctnn::verify

namespace ctnn {
using verify::gradient_bounds;
}

#include <ctnn/config/epilogue.hpp>
