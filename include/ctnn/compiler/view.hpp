#pragma once

#include <array>
#include <cstddef>

namespace ctnn::compiler {

// An array and where its numbers are. To ask an array for a number, or for its data, is two calls,
// each as dear to an evaluator as several multiplications; so it is asked once.
template <class Array, class Scalar>
struct view {
    Array& array;
    Scalar* data;
};

template <class Scalar, std::size_t Size>
using input_view = view<std::array<Scalar, Size> const, Scalar const>;
template <class Scalar, std::size_t Size>
using output_view = view<std::array<Scalar, Size>, Scalar>;

} // namespace ctnn::compiler
