#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <cstddef>
#include <ctnn/error/diagnosis.hpp>
#include <ctnn/export/parameters/detail/file_plan.hpp>
#include <ctnn/export/parameters/detail/parameter_writing_diagnosis.hpp>
#include <ctnn/export/parameters/parameter_file_size.hpp>
#include <ctnn/export/write_result.hpp>

namespace ctnn {

/// Writes a network's parameters as a .safetensors or .npz file with PyTorch's names and shapes, at compile time or at run
/// time: `ctnn::write_parameters<ctnn::safetensors>(net, buffer)`, where
/// `std::array<char, ctnn::parameter_file_size<model, ctnn::safetensors>> buffer` has the right size.
///
/// Shape:    Format: `safetensors` or `npz`. Names: the layers' names, layer_names; without them, their numbers in a
///           Sequential, in which an activation has a number of its own. buffer: what has data() and size(), of char.
/// Cost:     one pass over the parameters; for npz another one, for checksums.
/// Errors:   a layer whose parameters PyTorch does not have does not compile, and the message names it. A buffer that is
///           too small, and parameters that are infinite or NaN, are a problem of the result.
/// Example:  tests/export/parameters/write_parameters.cpp
template <class Format, class Names = detail::natural_layer_order, class Network, class Buffer>
    requires detail::fits<detail::parameter_writing_diagnosis<Network, Format, Names>>
constexpr write_result write_parameters(Network const& net, Buffer&& buffer) {
    constexpr std::size_t needed = parameter_file_size<Network, Format, Names>;
    if (buffer.size() < needed)
        return {0, needed, write_result::problems::buffer_is_too_small};
    if (!detail::write_parameter_file<Format, Names>(buffer.data(), net))
        return {0, needed, write_result::problems::weights_are_not_finite};
    return {needed, needed};
}

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
