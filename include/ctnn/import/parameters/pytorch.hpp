#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <ctnn/import/parameters/detail/stored_tensor.hpp>
#include <ctnn/import/parameters/detail/torch_archive.hpp>
#include <ctnn/import/parameters/detail/zip.hpp>
#include <ctnn/text/text_view.hpp>

namespace ctnn {

/// The format of PyTorch's .pt files, as `torch.save(model.state_dict(), path)` writes them, as an option of
/// `read_parameters` and `imported_parameters`: files of other formats are then refused, and a program has no code for
/// them. The pickle in the file calls no function.
///
/// Shape:    an option beside `layer_names`, `safetensors` and others.
/// Cost:     code for this format, and a kilobyte of stack on 32 bits; to read a file, the pickle once and the zip's
///           directory a few times. Checksums are not compared.
/// Errors:   as `parameter_file_problem`; a module that is saved whole, TorchScript, and files of PyTorch before 1.6 are
///           refused.
/// Example:  tests/import/parameters/formats.cpp
struct pytorch {
    static constexpr bool is_format_of(text_view file) {
        return detail::is_old_torch_file(file) ||
               (detail::is_zip(file) && detail::is_torch_archive(file));
    }
    static constexpr bool read(text_view file, detail::tensor_list& to) {
        if (detail::is_old_torch_file(file))
            return to.refuse(parameter_file_problem::kinds::file_is_of_old_pytorch);
        return detail::read_torch_archive(file, to);
    }
};

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
