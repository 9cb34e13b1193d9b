#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <cstddef>
#include <ctnn/error/diagnosis.hpp>
#include <ctnn/export/onnx/detail/diagnosis.hpp>
#include <ctnn/export/onnx/detail/write_network.hpp>

namespace ctnn::onnx {

/// How many bytes the ONNX file of a network has: `std::array<char, ctnn::onnx::file_size<model>> buffer;`.
///
/// Shape:    a network's type to a number.
/// Cost:     a constant.
/// Errors:   a layer that ONNX does not have does not compile, and the message names it.
/// Example:  tests/export/onnx/write.cpp
template <class Network>
    requires ctnn::detail::fits<detail::writing_diagnosis<Network>>
inline constexpr std::size_t file_size = [] {
    detail::message_writer counted;
    detail::write_model(counted, Network{});
    return counted.size();
}();

} // namespace ctnn::onnx

#include <ctnn/config/epilogue.hpp>
