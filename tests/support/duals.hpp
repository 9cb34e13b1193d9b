#pragma once

#include <array>
#include <cstddef>
#include <ctnn/network/loss.hpp>
#include <ctnn/network/network.hpp>
#include <ctnn/number/dual.hpp>
#include <ctnn/tensor/detail/members.hpp>

#include "compare.hpp"

// Gradients by dual numbers: the forward pass alone, once for each variable, through the same code
// but through none of the derivatives that are written by hand.

namespace duals {

template <class Network>
struct twin_of;
template <class Scalar, class... Parts>
struct twin_of<ctnn::network<Scalar, Parts...>> {
    using type = ctnn::network<ctnn::dual<Scalar>, Parts...>;
};
template <class Network>
using twin = typename twin_of<Network>::type;

template <class Scalar, std::size_t Size>
constexpr std::array<ctnn::dual<Scalar>, Size> constants(std::array<Scalar, Size> const& values) {
    return compare::converted<ctnn::dual<Scalar>>(values);
}

// Of the same values; the derivative is 1 at one place and 0 elsewhere.
template <class Scalar, std::size_t Size>
constexpr std::array<ctnn::dual<Scalar>, Size> one_variable(std::array<Scalar, Size> const& values,
                                                            std::size_t place) {
    auto result = constants(values);
    result[place].derivative = Scalar(1);
    return result;
}

template <class Network>
constexpr twin<Network> network_of_one_variable(Network const& net, std::size_t place) {
    return compare::network_of<twin<Network>>(one_variable(compare::flat(net), place));
}

template <class Network, class Loss>
constexpr auto gradient(Network const& net, Loss const& loss, typename Network::input_type const& x,
                        typename Network::output_type const& target) {
    std::array<typename Network::scalar, Network::parameter_count> slopes{};
    for (std::size_t place = 0; place < slopes.size(); ++place)
        slopes[place] =
            ctnn::loss(network_of_one_variable(net, place), loss, constants(x), constants(target))
                .derivative;
    return slopes;
}

} // namespace duals
