#pragma once

#include <cstddef>
#include <ctnn/import/parameters/detail/safetensors.hpp>
#include <ctnn/import/parameters/detail/stored_tensor.hpp>
#include <ctnn/text/text_view.hpp>

namespace ctnn::detail {

// The tensors of a file. Its first bytes say of which format it is.
constexpr bool read_tensors(text_view file, tensor_list& to) {
    using kinds = parameter_file_problem::kinds;
    if (is_safetensors(file))
        return read_safetensors(file, to);
    if (file.size() > 4 && file[1] == 'H' && file[2] == 'D' && file[3] == 'F')
        return to.refuse(kinds::file_is_hdf5);
    return to.is_broken();
}

} // namespace ctnn::detail
