#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <array>
#include <cstddef>
#include <ctnn/concept/scalar.hpp>

namespace ctnn {

/// An activation as a separate layer. An activation among the layers, as in `dense<8>, relu`, means
/// this.
///
/// Shape:    any -> the same.
/// Gradient: that of the activation.
/// Cost:     that of the activation; no parameters, no bytes.
/// Errors:   if A is not an activation, the network does not compile and the message names it.
/// Example:  tests/placed/activate.cpp
template <class Activation>
struct activate {
    using activation = Activation;

    // The activation does all the work: the network applies it after every layer that names one, and
    // a loss that is differentiated together with it finds it here, too.
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
