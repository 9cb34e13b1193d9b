#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <ctnn/import/parameters/detail/safetensors_header.hpp>
#include <ctnn/import/parameters/detail/stored_tensor.hpp>
#include <ctnn/text/text_view.hpp>

namespace ctnn {

/// The format of .safetensors files, as an option of `read_parameters` and `imported_parameters`: files of other formats
/// are then refused, and a program has no code for them.
///
/// Shape:    an option beside `layer_names`, `npz` and others.
/// Cost:     code for this format; to read a file, its header once.
/// Errors:   as `parameter_file_problem`.
/// Example:  tests/import/parameters/formats.cpp
struct safetensors {
    static constexpr bool is_format_of(text_view file) { return detail::is_safetensors(file); }
    static constexpr bool read(text_view file, detail::tensor_list& to) {
        return detail::read_safetensors(file, to);
    }
};

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
