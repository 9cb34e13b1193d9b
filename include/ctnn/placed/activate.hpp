#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <array>
#include <cstddef>
#include <ctnn/concept/scalar.hpp>

namespace ctnn {

/// An activation as a layer of its own. Writing the activation itself among the layers,
/// `dense<8>, relu`, means this.
///
/// Shape:    any -> the same.
/// Gradient: that of the activation.
/// Cost:     that of the activation; no parameters, no bytes.
/// Errors:   a network with what is not an activation does not compile; the message names it.
/// Example:  tests/placed/activate.cpp
template <class Activation>
struct activate {
    using activation = Activation;

    // All the work is the activation's: the network applies it after every layer that names one,
    // and a loss that is differentiated as one with it finds it here as well.
    template <concepts::scalar Scalar, class Shape>
    struct bound {
        using output_shape = Shape;
        static constexpr std::size_t output_size = Shape::size;
        using values = std::array<Scalar, output_size>;

        struct parameters {
            friend constexpr bool operator==(parameters, parameters) = default;
        };

        static constexpr values forward(parameters, values const& x) { return x; }
        static constexpr values backward(parameters, values const&, values const& dv) { return dv; }
    };
};

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
