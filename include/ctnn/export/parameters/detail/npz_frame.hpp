#pragma once

#include <cstddef>
#include <cstdint>
#include <ctnn/export/detail/byte_writer.hpp>
#include <ctnn/export/parameters/detail/crc32.hpp>
#include <ctnn/export/parameters/detail/file_frame.hpp>
#include <ctnn/export/parameters/detail/named_tensor.hpp>
#include <ctnn/export/parameters/detail/parameter_formats.hpp>

namespace ctnn::detail {

// A zip of arrays of numpy, NAME.npy, which are not compressed: for each a header of the zip, one of numpy and the numbers;
// then a directory, and its end. Checksums are of numpy's header and the numbers.
template <>
struct file_frame<npz> {
    static constexpr void write(byte_writer& to, named_tensors const& tensors,
                                std::size_t* places) {
        for (std::size_t i = 0; i < tensors.count; ++i) {
            write_header(to, tensors, i);
            write_array_header(to, tensors, i);
            places[i] = to.size();
            to.skip(tensors.bytes_of(i));
        }
        std::size_t const directory = to.size();
        std::size_t place = 0;
        for (std::size_t i = 0; i < tensors.count; ++i) {
            write_directory_header(to, tensors, i, place);
            place = places[i] + tensors.bytes_of(i);
        }
        std::size_t const size = to.size() - directory;
        to.text("PK\5\6");
        to.little_endian(0, 4);
        to.little_endian(tensors.count, 2);
        to.little_endian(tensors.count, 2);
        to.little_endian(size, 4);
        to.little_endian(directory, 4);
        to.little_endian(0, 2);
    }

    static constexpr void finish(char* file, named_tensors const& tensors,
                                 std::size_t const* places) {
        std::size_t place = 0, in_directory = 0;
        if (tensors.count > 0)
            in_directory = places[tensors.count - 1] + tensors.bytes_of(tensors.count - 1);
        for (std::size_t i = 0; i < tensors.count; ++i) {
            std::size_t const name = tensors.all[i].letters + ending.size();
            std::size_t const first = place + header_size + name;
            std::size_t const end = places[i] + tensors.bytes_of(i);
            std::uint32_t const sum = crc32(file + first, end - first);
            byte_writer(file + place + 14).little_endian(sum, 4);
            byte_writer(file + in_directory + 16).little_endian(sum, 4);
            place = end;
            in_directory += directory_header_size + name;
        }
    }

private:
    static constexpr text_view ending = ".npy";
    static constexpr std::size_t header_size = 30, directory_header_size = 46;

    static constexpr std::size_t size_of_array(named_tensors const& tensors, std::size_t index) {
        byte_writer counted;
        write_array_header(counted, tensors, index);
        return counted.size() + tensors.bytes_of(index);
    }
    // Version, no options, not compressed, midnight of the first day that a zip can state; no checksum yet; sizes.
    static constexpr void write_sizes(byte_writer& to, named_tensors const& tensors,
                                      std::size_t index) {
        std::size_t const size = size_of_array(tensors, index);
        to.little_endian(20, 2);
        to.little_endian(0, 6);
        to.little_endian(0x21, 2);
        to.little_endian(0, 4);
        to.little_endian(size, 4);
        to.little_endian(size, 4);
        to.little_endian(tensors.all[index].letters + ending.size(), 2);
        to.little_endian(0, 2);
    }
    static constexpr void write_name(byte_writer& to, named_tensors const& tensors,
                                     std::size_t index) {
        to.text(tensors.name_of(index));
        to.text(ending);
    }
    static constexpr void write_header(byte_writer& to, named_tensors const& tensors,
                                       std::size_t index) {
        to.text("PK\3\4");
        write_sizes(to, tensors, index);
        write_name(to, tensors, index);
    }
    // The same, and no comment, disk 0, no attributes, and where the other header is.
    static constexpr void write_directory_header(byte_writer& to, named_tensors const& tensors,
                                                 std::size_t index, std::size_t place) {
        to.text("PK\1\2");
        to.little_endian(20, 2);
        write_sizes(to, tensors, index);
        to.little_endian(0, 8);
        to.little_endian(0, 2);
        to.little_endian(place, 4);
        write_name(to, tensors, index);
    }
    // Of version 1.0: its text ends at a multiple of 64 bytes.
    static constexpr void write_array_header(byte_writer& to, named_tensors const& tensors,
                                             std::size_t index) {
        byte_writer counted;
        write_array_text(counted, tensors, index);
        std::size_t const all = 10 + counted.size() + 1, blanks = (64 - all % 64) % 64;
        to.text("\x93NUMPY\1");
        to.put('\0');
        to.little_endian(counted.size() + blanks + 1, 2);
        write_array_text(to, tensors, index);
        to.put(' ', blanks);
        to.put('\n');
    }
    static constexpr void write_array_text(byte_writer& to, named_tensors const& tensors,
                                           std::size_t index) {
        named_tensor const& one = tensors.all[index];
        to.text("{'descr': '<f");
        to.decimal(tensors.number_size);
        to.text("', 'fortran_order': False, 'shape': (");
        for (std::size_t d = 0; d < one.rank; ++d) {
            to.text(d > 0 ? text_view(", ") : text_view(""));
            to.decimal(one.dimensions[d]);
        }
        to.text(one.rank == 1 ? text_view(",), }") : text_view("), }"));
    }
};

} // namespace ctnn::detail
