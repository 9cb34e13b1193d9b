#pragma once

#include <cstddef>
#include <ctnn/import/parameters/detail/npy.hpp>
#include <ctnn/import/parameters/detail/stored_tensor.hpp>
#include <ctnn/import/parameters/detail/zip.hpp>
#include <ctnn/text/text_view.hpp>

namespace ctnn::detail {

// A .npz file: a zip of arrays, NAME.npy each.
constexpr bool read_npz_arrays(text_view file, tensor_list& to) {
    using kinds = parameter_file_problem::kinds;
    zip_entries entries(file);
    for (zip_entry one; !to.is_overfull() && entries.next(one);) {
        constexpr text_view ending(".npy");
        if (!one.is_named(ending) && !is_npy(one.bytes))
            return to.refuse(kinds::file_is_another_zip);
        if (one.is_compressed)
            return to.refuse(kinds::file_is_compressed);
        if (!is_npy(one.bytes))
            return to.is_broken();
        stored_tensor read;
        read.name = {one.name.data(), one.name.size() - (one.is_named(ending) ? ending.size() : 0)};
        bool is_big_endian = false;
        if (!read_npy(one.bytes, read, is_big_endian))
            return to.is_broken();
        if (is_big_endian)
            return to.refuse(kinds::file_is_big_endian);
        read.first += static_cast<std::size_t>(one.bytes.data() - file.data());
        to.add(read);
    }
    return !entries.is_broken() || to.is_broken();
}

} // namespace ctnn::detail
