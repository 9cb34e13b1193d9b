#pragma once

#include <cstddef>

namespace moments_values {

// `numbers`, `repeats` times over.
template <class Number>
struct column {
    char const* name;
    Number const* numbers;
    std::size_t size;
    std::size_t repeats;
    Number mean;
    Number deviation;
};

} // namespace moments_values
