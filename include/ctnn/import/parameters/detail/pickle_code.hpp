#pragma once

#include <cstddef>
#include <cstdint>
#include <ctnn/import/detail/little_endian.hpp>
#include <ctnn/text/text_view.hpp>

namespace ctnn::detail {

// What a pickle of Python does, operation by operation. Those are here that protocol 2 has, which torch.save uses.
struct pickle_code {
    enum operations : unsigned char {
        mark = '(',
        stop = '.',
        drop = '0',
        small_integer = 'K',
        integer_of_two = 'M',
        integer = 'J',
        long_integer = 0x8a,
        none = 'N',
        binary_float = 'G',
        persistent = 'Q',
        call = 'R',
        text = 'X',
        bytes = 'T',
        few_bytes = 'U',
        append = 'a',
        build = 'b',
        global = 'c',
        appends = 'e',
        get = 'h',
        long_get = 'j',
        put = 'q',
        long_put = 'r',
        set_item = 's',
        tuple = 't',
        set_items = 'u',
        empty_list = ']',
        empty_tuple = ')',
        empty_dictionary = '}',
        protocol = 0x80,
        new_object = 0x81,
        tuple_of_one = 0x85,
        tuple_of_two = 0x86,
        tuple_of_three = 0x87,
        true_value = 0x88,
        false_value = 0x89,
    };

    text_view code{};
    std::size_t place = 0; // of the next operation
    // The one that `next` has read:
    std::size_t first = 0;
    unsigned char operation = 0;
    text_view argument{};

    // False at the end, and where an operation is unknown or cut off.
    constexpr bool next() {
        if (place >= code.size())
            return false;
        first = place;
        operation = static_cast<unsigned char>(code[place++]);
        std::size_t size = 0;
        switch (operation) {
        case small_integer:
        case get:
        case put:
        case protocol:
            return take(1);
        case integer_of_two:
            return take(2);
        case integer:
        case long_get:
        case long_put:
            return take(4);
        case binary_float:
            return take(8);
        case few_bytes:
        case long_integer:
            return take_size(1, size) && take(size);
        case text:
        case bytes:
            return take_size(4, size) && take(size);
        case global:
            return take_lines();
        case mark:
        case stop:
        case drop:
        case none:
        case persistent:
        case call:
        case append:
        case build:
        case appends:
        case set_item:
        case tuple:
        case set_items:
        case empty_list:
        case empty_tuple:
        case empty_dictionary:
        case new_object:
        case tuple_of_one:
        case tuple_of_two:
        case tuple_of_three:
        case true_value:
        case false_value:
            return take(0);
        default:
            return false;
        }
    }
    // The argument as a number. (Negative ones are large.)
    constexpr std::size_t number() const {
        std::size_t read = 0;
        for (std::size_t i = argument.size(); i-- > 0;) {
            if (read >> (sizeof read * 8 - 8) != 0)
                return static_cast<std::size_t>(-1);
            read = read << 8 | static_cast<unsigned char>(argument[i]);
        }
        return read;
    }

private:
    constexpr bool take(std::size_t size) {
        if (size > code.size() - place)
            return false;
        argument = {code.data() + place, size};
        place += size;
        return true;
    }
    constexpr bool take_size(std::size_t bytes_of_size, std::size_t& size) {
        if (!take(bytes_of_size))
            return false;
        size = number();
        return true;
    }
    // A module and a name, each with a line break.
    constexpr bool take_lines() {
        std::size_t size = 0;
        for (unsigned lines = 0; lines < 2; ++size) {
            if (place + size == code.size())
                return false;
            lines += code[place + size] == '\n';
        }
        return take(size);
    }
};

} // namespace ctnn::detail
