#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <ctnn/error/diagnosis.hpp>
#include <ctnn/export/detail/a_weight_is_infinite_or_nan.hpp>
#include <ctnn/export/detail/file_bytes.hpp>
#include <ctnn/export/onnx/detail/diagnosis.hpp>
#include <ctnn/export/onnx/file_size.hpp>
#include <ctnn/export/onnx/write.hpp>
#include <type_traits>

namespace ctnn::onnx {

/// The ONNX file of a network that is a constant, as a constant: `constexpr auto& file = ctnn::onnx::written<net>;`.
///
/// Shape:    a network to a std::array of char that is a text_view too.
/// Cost:     to compile, some 10 steps of the compiler for each byte; in the program, the file.
/// Errors:   as `write`; weights that are infinite or NaN do not compile.
/// Example:  tests/export/onnx/write.cpp
template <auto const& Network>
    requires ctnn::detail::fits<detail::writing_diagnosis<std::remove_cvref_t<decltype(Network)>>>
inline constexpr auto written = [] {
    ctnn::detail::file_bytes<file_size<std::remove_cvref_t<decltype(Network)>>> file{};
    if (!write(Network, file).ok())
        error::a_weight_of_the_network_is_infinite_or_nan();
    return file;
}();

} // namespace ctnn::onnx

#include <ctnn/config/epilogue.hpp>
