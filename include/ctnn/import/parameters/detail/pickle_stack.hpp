#pragma once

#include <array>
#include <cstddef>

namespace ctnn::detail {

// What an unfinished pickle has made so far, in so far as tensors need it: places in its code.
struct pickle_item {
    enum class kinds : unsigned char {
        mark,
        plain, // None or a float: nothing that a tensor needs, and no object
        text,
        reference, // to what has been put aside
        global,
        integer,
        integers,
        storage,
        tensor_arguments,
        parameter_arguments,
        tensor,
        dictionary,
        list,
        object,
    };
    kinds kind = kinds::plain;
    std::size_t place = 0; // of a storage, of its type
    std::size_t other = 0; // of integers, how many; of a storage, the place of its name
};

// As deep as state_dicts are nested. (An item too many breaks it.)
struct pickle_stack {
    static constexpr std::size_t capacity = 40;

    std::array<pickle_item, capacity> items{};
    std::size_t count = 0;
    bool broken = false;

    constexpr void push(pickle_item const& one) {
        if (count == capacity)
            broken = true;
        else
            items[count++] = one;
    }
    constexpr void push(pickle_item::kinds kind, std::size_t place = 0) { push({kind, place, 0}); }
    // Item 0 is the last one.
    constexpr pickle_item const& from_top(std::size_t index) {
        if (index >= count) {
            broken = true;
            return nothing;
        }
        return items[count - 1 - index];
    }
    constexpr void drop(std::size_t dropped) {
        if (dropped > count)
            broken = true;
        else
            count -= dropped;
    }
    // Takes items out from beneath others.
    constexpr void take_out(std::size_t taken, std::size_t beneath) {
        for (std::size_t i = count - beneath; i < count; ++i)
            items[i - taken] = items[i];
        count -= taken;
    }
    // How many items there are after the last mark: all, where there is none.
    constexpr std::size_t count_after_mark() const {
        std::size_t found = 0;
        while (found < count && items[count - 1 - found].kind != pickle_item::kinds::mark)
            ++found;
        return found;
    }

private:
    static constexpr pickle_item nothing{};
};

} // namespace ctnn::detail
