#pragma once

#include <cstddef>
#include <ctnn/import/parameters/detail/pickled_tensors.hpp>
#include <ctnn/import/parameters/detail/stored_tensor.hpp>
#include <ctnn/import/parameters/detail/zip.hpp>
#include <ctnn/text/text_view.hpp>

namespace ctnn::detail {

// A .pt file: a zip with a pickle that names the tensors, archive/data.pkl, and their numbers, archive/data/0 and so on.

// Where a tensor's numbers lie, if all of them are in the bytes of their entry.
constexpr bool put_torch_numbers(text_view file, text_view bytes,
                                 pickled_tensors::tensor const& from, stored_tensor& to) {
    std::size_t const capacity = bytes.size() / to.number_size();
    std::size_t last = from.first;
    bool is_empty = false;
    for (std::size_t i = 0; i < to.rank; ++i)
        is_empty = is_empty || to.dimensions[i] == 0;
    for (std::size_t i = 0; i < to.rank && !is_empty; ++i) {
        std::size_t const steps = to.dimensions[i] - 1;
        if (last >= capacity || (to.strides[i] != 0 && steps > (capacity - last) / to.strides[i]))
            return false;
        last += steps * to.strides[i];
    }
    to.first = static_cast<std::size_t>(bytes.data() - file.data());
    if (!is_empty)
        to.first += from.first * to.number_size();
    return is_empty || last < capacity;
}

constexpr stored_tensor::numbers torch_type(text_view global) {
    using numbers = stored_tensor::numbers;
    return global == text_view("torch\nFloatStorage\n")      ? numbers::floats
           : global == text_view("torch\nDoubleStorage\n")   ? numbers::doubles
           : global == text_view("torch\nHalfStorage\n")     ? numbers::halves
           : global == text_view("torch\nBFloat16Storage\n") ? numbers::bfloats
                                                             : numbers::others;
}

// The entries archive/data/NAME. They are mostly in the order of the tensors, so each is looked for from the last one on.
class torch_storages {
public:
    constexpr torch_storages(text_view file, text_view folder)
        : file_{file}, folder_{folder}, entries_{file} {}

    constexpr bool find(text_view name, text_view& bytes) {
        for (unsigned round = 0; round < 2; ++round, entries_ = zip_entries(file_))
            for (zip_entry one; entries_.next(one);)
                if (is_of(one.name, name)) {
                    bytes = one.bytes;
                    return !one.is_compressed;
                }
        return false;
    }

private:
    constexpr bool is_of(text_view entry, text_view name) const {
        std::size_t const before = folder_.size() + between.size();
        return entry.size() == before + name.size() &&
               text_view(entry.data() + before, name.size()) == name &&
               text_view(entry.data() + folder_.size(), between.size()) == between &&
               text_view(entry.data(), folder_.size()) == folder_;
    }
    static constexpr text_view between = "data/";

    text_view file_;
    text_view folder_; // with its slash
    zip_entries entries_;
};

constexpr bool read_torch_tensors(text_view file, zip_entry const& pickle, tensor_list& to) {
    using kinds = parameter_file_problem::kinds;
    constexpr std::size_t letters_of_name = 8; // data.pkl
    torch_storages storages(file, {pickle.name.data(), pickle.name.size() - letters_of_name});
    pickled_tensors tensors(pickle.bytes);
    for (pickled_tensors::tensor found; !to.is_overfull() && tensors.next(found);) {
        stored_tensor one;
        one.name = found.name;
        one.type = torch_type(found.type);
        one.rank = found.rank;
        one.dimensions = found.dimensions;
        one.strides = found.strides;
        text_view bytes;
        if (one.is_readable() && one.rank <= stored_tensor::most_dimensions &&
            (!storages.find(found.storage, bytes) || !put_torch_numbers(file, bytes, found, one)))
            return to.is_broken();
        to.add(one);
    }
    return !tensors.is_refused() || to.refuse(kinds::file_is_no_state_dict);
}

constexpr bool read_torch_archive(text_view file, tensor_list& to) {
    using kinds = parameter_file_problem::kinds;
    zip_entries entries(file);
    zip_entry pickle{};
    bool has_script = false, is_big_endian = false;
    for (zip_entry one; entries.next(one);)
        if (one.is_named("data.pkl"))
            pickle = one;
        else if (one.is_named("constants.pkl"))
            has_script = true;
        else if (one.is_named("byteorder"))
            is_big_endian = one.bytes == text_view("big");
    if (entries.is_broken() || pickle.is_compressed)
        return to.is_broken();
    if (has_script)
        return to.refuse(kinds::file_is_torch_script);
    if (is_big_endian)
        return to.refuse(kinds::file_is_big_endian);
    return read_torch_tensors(file, pickle, to);
}

// Whether a file is one of PyTorch, and if so of the format before 1.6.
constexpr bool is_torch_archive(text_view file) {
    zip_entries entries(file);
    bool found = false;
    for (zip_entry one; !found && entries.next(one);)
        found = one.is_named("data.pkl");
    return found;
}
constexpr bool is_old_torch_file(text_view file) {
    constexpr text_view magic("\x80\x02\x8a\x0al\xfc\x9c\x46\xf9\x20j\xa8P\x19.", 15);
    return file.size() > magic.size() && text_view(file.data(), magic.size()) == magic;
}

} // namespace ctnn::detail
