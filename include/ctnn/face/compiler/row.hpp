#pragma once

#include <array>

namespace ctnn::compiler {

// The numbers between two layers. Getting an array's data is expensive (view.hpp), so they are an
// array only for functions that take arrays; `.data` is where they are.
template <class Array, bool IsArray>
struct row {
    typename Array::value_type data[std::tuple_size<Array>::value];
};

template <class Array>
struct row<Array, true> {
    Array array{};
    typename Array::pointer data;

    constexpr row() : data(array.data()) {}
    row(row const&) = delete;
};

} // namespace ctnn::compiler
