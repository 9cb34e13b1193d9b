#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <ctnn/error/diagnosis.hpp>
#include <ctnn/export/detail/a_weight_is_infinite_or_nan.hpp>
#include <ctnn/export/detail/file_bytes.hpp>
#include <ctnn/export/parameters/parameter_file_size.hpp>
#include <ctnn/export/parameters/write_parameters.hpp>
#include <type_traits>

namespace ctnn {

/// The file of a network's parameters, as a constant: `constexpr auto& file = ctnn::written_parameters<net,
/// ctnn::safetensors>;`.
///
/// Shape:    a network that is a constant, `safetensors` or `npz`, and perhaps layer_names, to a std::array of char that
///           is a text_view too.
/// Cost:     to compile, some 20 steps of the compiler for each byte; in the program, the file.
/// Errors:   as `write_parameters`; parameters that are infinite or NaN do not compile.
/// Example:  tests/export/parameters/write_parameters.cpp
template <auto const& Network, class Format, class Names = detail::natural_layer_order>
    requires detail::fits<
        detail::parameter_writing_diagnosis<std::remove_cvref_t<decltype(Network)>, Format, Names>>
inline constexpr auto written_parameters = [] {
    detail::file_bytes<parameter_file_size<std::remove_cvref_t<decltype(Network)>, Format, Names>>
        file{};
    if (!write_parameters<Format, Names>(Network, file).ok())
        error::a_weight_of_the_network_is_infinite_or_nan();
    return file;
}();

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
