#pragma once

#include <cstddef>
#include <ctnn/export/detail/byte_writer.hpp>
#include <ctnn/export/parameters/detail/file_frame.hpp>
#include <ctnn/export/parameters/detail/named_tensor.hpp>
#include <ctnn/export/parameters/detail/parameter_formats.hpp>

namespace ctnn::detail {

// The size of a header in 8 bytes; the header, which names, shapes and places the tensors; and the numbers.
template <>
struct file_frame<safetensors> {
    static constexpr void write(byte_writer& to, named_tensors const& tensors,
                                std::size_t* places) {
        byte_writer counted;
        write_header(counted, tensors);
        std::size_t const blanks = (8 - counted.size() % 8) % 8;
        to.little_endian(counted.size() + blanks, 8);
        write_header(to, tensors);
        to.put(' ', blanks);
        for (std::size_t i = 0; i < tensors.count; ++i) {
            places[i] = to.size();
            to.skip(tensors.bytes_of(i));
        }
    }
    static constexpr void finish(char*, named_tensors const&, std::size_t const*) {}

private:
    static constexpr void write_header(byte_writer& to, named_tensors const& tensors) {
        to.text("{\"__metadata__\":{\"format\":\"pt\"}");
        std::size_t place = 0;
        for (std::size_t i = 0; i < tensors.count; ++i) {
            named_tensor const& one = tensors.all[i];
            to.text(",\"");
            to.text(tensors.name_of(i));
            to.text("\":{\"dtype\":\"F");
            to.decimal(8 * tensors.number_size);
            to.text("\",\"shape\":[");
            for (std::size_t d = 0; d < one.rank; ++d) {
                to.put(',', d > 0 ? 1 : 0);
                to.decimal(one.dimensions[d]);
            }
            to.text("],\"data_offsets\":[");
            to.decimal(place);
            to.put(',');
            to.decimal(place += tensors.bytes_of(i));
            to.text("]}");
        }
        to.put('}');
    }
};

} // namespace ctnn::detail
