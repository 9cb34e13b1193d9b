#pragma once

// .npz and .pt files written in constant expressions, to be read again.

#include "safetensors_file.hpp"

namespace zip_file {

class archive {
public:
    constexpr archive& entry(ctnn::text_view name, ctnn::text_view bytes,
                             bool is_compressed = false) {
        std::size_t const first = all_.size();
        all_.add_bytes(0x04034b50, 4);
        add_description(all_, name, bytes, is_compressed);
        all_.add(name);
        all_.add(bytes);
        directory_.add_bytes(0x02014b50, 4);
        directory_.add_bytes(0, 2);
        add_description(directory_, name, bytes, is_compressed);
        directory_.add_bytes(0, 8);
        directory_.add_bytes(0, 2);
        directory_.add_bytes(first, 4);
        directory_.add(name);
        ++count_;
        return *this;
    }
    constexpr safetensors_file::written file() const {
        safetensors_file::written made = all_;
        made.add(directory_);
        made.add_bytes(0x06054b50, 4);
        made.add_bytes(0, 4);
        made.add_bytes(count_, 2);
        made.add_bytes(count_, 2);
        made.add_bytes(directory_.size(), 4);
        made.add_bytes(all_.size(), 4);
        made.add_bytes(0, 2);
        return made;
    }

private:
    // What both the entry and the directory say.
    static constexpr void add_description(safetensors_file::written& to, ctnn::text_view name,
                                          ctnn::text_view bytes, bool is_compressed) {
        to.add_bytes(0, 4);
        to.add_bytes(is_compressed ? 8 : 0, 2);
        to.add_bytes(0, 8);
        to.add_bytes(bytes.size(), 4);
        to.add_bytes(bytes.size(), 4);
        to.add_bytes(name.size(), 4);
    }

    safetensors_file::written all_{};
    safetensors_file::written directory_{};
    unsigned count_ = 0;
};

// An array of numpy, with the numbers 1 and 2.
constexpr safetensors_file::written array(ctnn::text_view type) {
    safetensors_file::written made;
    made.add({"\x93NUMPY\1\0", 8});
    made.add_bytes(54 + type.size(), 2);
    made.add("{'descr': '");
    made.add(type);
    made.add("', 'fortran_order': False, 'shape': (1, 2)}");
    made.add({"\0\0\x80\x3f\0\0\0\x40", 8});
    return made;
}

} // namespace zip_file
