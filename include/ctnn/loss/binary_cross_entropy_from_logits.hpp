#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <array>
#include <cstddef>
#include <ctnn/activation/sigmoid.hpp>
#include <ctnn/loss/binary_cross_entropy.hpp>

namespace ctnn {

/// The binary cross-entropy of sigmoid(y) with targets t, for a network that ends in logits, without the
/// sigmoid. It trains to the same numbers as `binary_cross_entropy` after sigmoid. The network then gives
/// logits: above 0 is a yes.
///
/// Shape:    y, t: N scalars; one scalar.
/// Gradient: (sigmoid(y_i) - t_i) / N.
/// Cost:     a sigmoid an output for the value and another for the derivative, where `binary_cross_entropy` after
///           sigmoid shares the network's; one log.
/// Errors:   those of `binary_cross_entropy` after sigmoid. A network whose last activation gives probabilities,
///           such as sigmoid, does not compile. `accuracy` of a network with one output asks for more than 0.5,
///           which is another question than the sign of a logit.
/// Source:   PyTorch's BCEWithLogitsLoss, Keras' BinaryCrossentropy(from_logits=True).
/// Example:  tests/loss/from_logits.cpp
struct binary_cross_entropy_from_logits {
    static constexpr bool takes_logits = true;

    template <class Scalar, std::size_t Size>
    static constexpr Scalar value(std::array<Scalar, Size> const& y,
                                  std::array<Scalar, Size> const& t) {
        return binary_cross_entropy::value(sigmoid{}, y, probabilities(y), t);
    }
    template <class Scalar, std::size_t Size>
    static constexpr std::array<Scalar, Size> derivative(std::array<Scalar, Size> const& y,
                                                         std::array<Scalar, Size> const& t) {
        return binary_cross_entropy::derivative(sigmoid{}, y, probabilities(y), t);
    }

private:
    template <class Scalar, std::size_t Size>
    static constexpr std::array<Scalar, Size> probabilities(std::array<Scalar, Size> const& y) {
        std::array<Scalar, Size> p{};
        for (std::size_t i = 0; i < Size; ++i)
            p[i] = sigmoid::value(y[i]);
        return p;
    }
};

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
