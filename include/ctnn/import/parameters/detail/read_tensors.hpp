#pragma once

#include <cstddef>
#include <ctnn/import/parameters/detail/stored_tensor.hpp>
#include <ctnn/text/text_view.hpp>

namespace ctnn::detail {

// The tensors of a file. Its first bytes say which of the formats among the options it is of.
template <class... Options>
constexpr void read_tensors(text_view file, tensor_list& to) {
    using kinds = parameter_file_problem::kinds;
    auto const read = [&]<class Option>(Option) {
        bool is_read = false;
        if constexpr (requires { Option::is_format_of(file); }) {
            is_read = Option::is_format_of(file);
            if (is_read)
                Option::read(file, to);
        }
        return is_read;
    };
    if ((read(Options{}) || ...))
        return;
    if (file.size() > 4 && file[1] == 'H' && file[2] == 'D' && file[3] == 'F')
        to.refuse(kinds::file_is_hdf5);
    else
        to.is_broken();
}

} // namespace ctnn::detail
