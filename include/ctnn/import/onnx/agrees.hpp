#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <array>
#include <cstddef>
#include <ctnn/error/diagnosis.hpp>
#include <ctnn/import/onnx/detail/recorded.hpp>
#include <limits>
#include <type_traits>

namespace ctnn::onnx {

/// Whether a network's outputs are those that a framework recorded: the test vectors that ONNX files come with, input_0.pb
/// and output_0.pb. `static_assert(ctnn::onnx::agrees<net, input_0_pb, output_0_pb>(1e-5f));`
///
/// Shape:    Network: a network that is a constant; Input, Output: a text_view each, a TensorProto of floats or doubles, with
///           one input and output or several. Channels come first in the file and last in the network.
/// Cost:     to compile, that of the network's calls; none in the program.
/// Errors:   vectors of another size do not compile. It is false where an output differs by more than tolerance * (1 + the
///           largest output).
/// Example:  tests/import/onnx/agrees.cpp
template <auto const& Network, auto const& Input, auto const& Output>
    requires ctnn::detail::fits<
        detail::recorded_diagnosis<std::remove_cvref_t<decltype(Network)>, Input, Output>>
constexpr bool agrees(double tolerance) {
    using network = std::remove_cvref_t<decltype(Network)>;
    constexpr auto inputs =
        detail::recorded<network::input_size, typename network::input_shape>(Input);
    constexpr auto outputs =
        detail::recorded<network::output_size, typename network::output_shape>(Output);
    constexpr std::size_t count = detail::recorded_count(Input) / network::input_size;
    double largest = 0, worst = 0;
    for (std::size_t n = 0; n < count; ++n) {
        typename network::input_type x{};
        for (std::size_t i = 0; i < x.size(); ++i)
            x[i] = static_cast<typename network::scalar>(inputs(n, i));
        auto const y = Network(x);
        for (std::size_t i = 0; i < y.size(); ++i) {
            double const wanted = outputs(n, i);
            double const got = static_cast<double>(y[i]);
            double const error = got > wanted ? got - wanted : wanted - got;
            double const size = wanted < 0 ? -wanted : wanted;
            if (!(error <= static_cast<double>((std::numeric_limits<float>::max)())))
                return false; // a NaN or an infinity
            worst = error > worst ? error : worst;
            largest = size > largest ? size : largest;
        }
    }
    return worst <= tolerance * (1 + largest);
}

} // namespace ctnn::onnx

#include <ctnn/config/epilogue.hpp>
