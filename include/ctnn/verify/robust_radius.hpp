#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <cstddef>
#include <ctnn/verify/robust.hpp>

namespace ctnn::verify {
CTNN_ARITHMETIC_BEGIN

/// The largest radius around an input within which a network is proven to choose the same class,
/// found by bisection between 0 and `most`: as `robust` proves it with this budget of boxes.
///
/// Shape:    a network, an input and a radius; a radius, of which `robust(net, x, radius)` is proven.
/// Cost:     one `robust` for each step; a step halves what the radius may be too small by.
/// Errors:   0 if not even the smallest radius that was tried is proven.
/// Example:  docs/examples/iris_radii.cpp
template <concepts::network Network, class Input = ctnn::detail::input_braces<Network>,
          class Diagnosis = decltype(detail::proof_diagnosis<Network, Input>())>
    requires ctnn::detail::is_none<Diagnosis>
constexpr typename Network::scalar robust_radius(Network const& net, Input const& input,
                                                 typename Network::scalar most,
                                                 std::size_t steps = 10, std::size_t boxes = 1) {
    using scalar = typename Network::scalar;
    typename Network::input_type const& x =
        ctnn::detail::array_of<typename Network::input_type>(input);
    scalar proven = scalar(0), unproven = most;
    for (std::size_t i = 0; i < steps; ++i) {
        scalar const radius = scalar(0.5) * (proven + unproven);
        if (robust(net, x, radius, boxes).proven())
            proven = radius;
        else
            unproven = radius;
    }
    return proven;
}

// Chosen for arguments that do not fit. Deleted functions are what compilers print the sentence of at once.
template <class Network, class Input = ctnn::detail::input_braces<Network>, class Most,
          class Diagnosis = decltype(detail::proof_diagnosis<Network, Input>())>
    requires(!ctnn::detail::is_none<Diagnosis>)
void robust_radius(Network const&, Input const&, Most const&, std::size_t = 10,
                   std::size_t = 1) = delete;

CTNN_ARITHMETIC_END
} // namespace ctnn::verify

#include <ctnn/config/epilogue.hpp>
