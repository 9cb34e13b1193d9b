#pragma once

#include <type_traits>

namespace ctnn::compiler {

// An array and the address of its numbers. Getting a number, or the data, from an array takes two
// calls. In constant evaluation each costs as much as several multiplications, so this does it once.
template <class Array>
struct view {
    Array& array;
    std::conditional_t<std::is_const_v<Array>, typename Array::const_pointer,
                       typename Array::pointer>
        data;

    constexpr explicit view(Array& viewed) : array(viewed), data(viewed.data()) {}
};

} // namespace ctnn::compiler
