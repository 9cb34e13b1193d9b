#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <ctnn/import/parameters/detail/npz_arrays.hpp>
#include <ctnn/import/parameters/detail/stored_tensor.hpp>
#include <ctnn/import/parameters/detail/torch_archive.hpp>
#include <ctnn/import/parameters/detail/zip.hpp>
#include <ctnn/text/text_view.hpp>

namespace ctnn {

/// The format of numpy's .npz files, as np.savez writes them, as an option of `read_parameters` and
/// `imported_parameters`: files of other formats are then refused, and a program has no code for them.
///
/// Shape:    an option beside `layer_names`, `safetensors` and others.
/// Cost:     code for this format; to read a file, the zip's directory and the arrays' headers once. Checksums are not
///           compared.
/// Errors:   as `parameter_file_problem`; np.savez_compressed is refused.
/// Example:  tests/import/parameters/formats.cpp
struct npz {
    static constexpr bool is_format_of(text_view file) {
        return detail::is_zip(file) && !detail::is_torch_archive(file);
    }
    static constexpr bool read(text_view file, detail::tensor_list& to) {
        return detail::read_npz_arrays(file, to);
    }
};

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
