#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <cstddef>
#include <ctnn/error/diagnosis.hpp>
#include <ctnn/export/onnx/detail/diagnosis.hpp>
#include <ctnn/export/onnx/detail/write_network.hpp>
#include <ctnn/export/onnx/file_size.hpp>
#include <ctnn/export/write_result.hpp>

namespace ctnn::onnx {

/// Writes a network as an ONNX file, at compile time or at run time: `ctnn::onnx::write(net, buffer)`, where
/// `std::array<char, ctnn::onnx::file_size<model>> buffer` has the right size.
///
/// Shape:    buffer: what has data() and size(), of char. The input is called "input" and the output "output"; the first
///           dimension of both is an open batch. Images and sequences that go to convolutions have channels first.
/// Cost:     one pass over the weights.
/// Errors:   a layer that ONNX does not have does not compile, and the message names it. A buffer that is too small, and
///           weights that are infinite or NaN, are a problem of the result.
/// Example:  tests/export/onnx/write.cpp
template <class Network, class Buffer>
constexpr write_result write(Network const& net, Buffer&& buffer) {
    using diagnosis = detail::writing_diagnosis<Network>;
    static_assert(ctnn::detail::fits<diagnosis>);
    if constexpr (ctnn::detail::fits<diagnosis>) {
        constexpr std::size_t needed = file_size<Network>;
        if (buffer.size() < needed)
            return {0, needed, write_result::problems::buffer_is_too_small};
        detail::message_writer to(buffer.data());
        detail::write_model(to, net);
        if (!to.is_finite())
            return {0, needed, write_result::problems::weights_are_not_finite};
        return {needed, needed};
    } else {
        return {};
    }
}

} // namespace ctnn::onnx

#include <ctnn/config/epilogue.hpp>
