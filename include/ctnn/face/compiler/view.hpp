#pragma once

#include <type_traits>

namespace ctnn::compiler {

// An array and where its numbers are. To ask an array for a number, or for its data, is two calls,
// each as dear to an evaluator as several multiplications; so it is asked once.
template <class Array>
struct view {
    Array& array;
    std::conditional_t<std::is_const_v<Array>, typename Array::const_pointer,
                       typename Array::pointer>
        data;

    constexpr explicit view(Array& of) : array(of), data(of.data()) {}
};

} // namespace ctnn::compiler
