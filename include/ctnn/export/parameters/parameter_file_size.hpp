#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <cstddef>
#include <ctnn/error/diagnosis.hpp>
#include <ctnn/export/parameters/detail/file_plan.hpp>
#include <ctnn/export/parameters/detail/parameter_writing_diagnosis.hpp>

namespace ctnn {

/// How many bytes the file of a network's parameters has:
/// `std::array<char, ctnn::parameter_file_size<model, ctnn::safetensors>> buffer;`.
///
/// Shape:    a network's type, `safetensors` or `npz`, and perhaps layer_names, to a number.
/// Cost:     a constant.
/// Errors:   as `write_parameters`.
/// Example:  tests/export/parameters/write_parameters.cpp
template <class Network, class Format, class Names = detail::natural_layer_order>
    requires detail::fits<detail::parameter_writing_diagnosis<Network, Format, Names>>
inline constexpr std::size_t parameter_file_size =
    detail::places_in_file<Network, Format, Names>.size;

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
