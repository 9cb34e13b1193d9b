#pragma once

#include <cstddef>
#include <ctnn/import/detail/imported_step.hpp>
#include <ctnn/import/detail/little_endian.hpp>
#include <ctnn/import/detail/numbers_of_16_bits.hpp>
#include <ctnn/import/detail/parameter_block.hpp>
#include <type_traits>

namespace ctnn::detail {

// The numbers of a file's steps, one after the other, in the order in which a network has its parameters. A file is its
// bytes, or what gives a number for its index.
template <class File>
class basic_parameter_cursor {
public:
    constexpr basic_parameter_cursor(File file, imported_step const* steps, std::size_t count)
        : file_{file}, steps_{steps}, count_{count} {
        settle();
    }

    constexpr bool at_end() const { return step_ == count_; }
    constexpr std::size_t step() const { return step_; }

    constexpr double next() {
        parameter_block const& from = block();
        if (index_ % from.extents[parameter_block::rank - 1] == 0)
            place_ = from.place(index_);
        std::size_t const place = from.first + part_ * from.next_part + place_ * from.number_size();
        double number = number_at(from, place);
        if (from.added != 0)
            number += number_at(from, place + from.added);
        place_ += from.strides[parameter_block::rank - 1];
        if (++index_ == from.size()) {
            index_ = 0;
            ++block_;
            settle();
        }
        return number;
    }

private:
    constexpr parameter_block const& block() const { return steps_[step_].blocks[block_]; }
    constexpr void settle() {
        while (step_ < count_ && block_ == steps_[step_].block_count) {
            block_ = 0;
            if (steps_[step_].block_count == 0 || ++part_ == steps_[step_].part_count) {
                ++step_;
                part_ = 0;
            }
        }
    }
    constexpr double number_at(parameter_block const& from, std::size_t place) {
        if constexpr (!std::is_same_v<File, char const*>)
            return from.source == parameter_block::sources::constant
                       ? static_cast<double>(from.constant)
                       : file_[place / from.number_size()];
        else
            return number_of_bytes(from, place);
    }
    constexpr double number_of_bytes(parameter_block const& from, std::size_t place) const {
        switch (from.source) {
        case parameter_block::sources::floats:
            return static_cast<double>(__builtin_bit_cast(float, four_bytes(file_ + place)));
        case parameter_block::sources::doubles:
            return __builtin_bit_cast(double, eight_bytes(file_ + place));
        case parameter_block::sources::halves:
            return static_cast<double>(float_of_half(two_bytes(file_ + place)));
        case parameter_block::sources::bfloats:
            return static_cast<double>(float_of_bfloat(two_bytes(file_ + place)));
        case parameter_block::sources::constant:
            break;
        }
        return static_cast<double>(from.constant);
    }

    File file_;
    imported_step const* steps_;
    std::size_t count_;
    std::size_t step_ = 0;
    std::size_t part_ = 0;
    std::size_t block_ = 0;
    std::size_t index_ = 0;
    std::size_t place_ = 0;
};
using parameter_cursor = basic_parameter_cursor<char const*>;

} // namespace ctnn::detail
