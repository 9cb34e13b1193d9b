#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <ctnn/error/diagnosis.hpp>
#include <ctnn/import/onnx/detail/recorded.hpp>
#include <type_traits>

namespace ctnn::onnx {

/// Whether a network's outputs are those that a framework recorded: the test vectors that ONNX files come with, input_0.pb
/// and output_0.pb. `static_assert(ctnn::onnx::agrees<net, input_0_pb, output_0_pb>(1e-5f));`
///
/// Shape:    Network: a network that is a constant; Input, Output: a text_view each, a TensorProto of floats or doubles, with
///           one input and output or several. Channels come last in the network, first or last in the file: its dimensions
///           tell, and where both would do, so does the agreement.
/// Cost:     to compile, that of the network's calls; none in the program.
/// Errors:   vectors of another size do not compile. It is false where an output differs by more than tolerance * (1 + the
///           largest output).
/// Example:  tests/import/onnx/agrees.cpp
template <auto const& Network, auto const& Input, auto const& Output>
    requires ctnn::detail::fits<
        detail::recorded_diagnosis<std::remove_cvref_t<decltype(Network)>, Input, Output>>
constexpr bool agrees(double tolerance) {
    return detail::agrees_with_records(Network, Input, Output, tolerance);
}

} // namespace ctnn::onnx

#include <ctnn/config/epilogue.hpp>
