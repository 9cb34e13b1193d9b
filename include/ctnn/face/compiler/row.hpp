#pragma once

#include <array>

namespace ctnn::compiler {

// The numbers between two layers. To ask an array for its data is dear (view.hpp), so they are one
// only where somebody takes arrays; `.data` is where they are.
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
