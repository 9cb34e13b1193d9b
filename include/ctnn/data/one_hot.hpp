#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <array>
#include <cstddef>
#include <ctnn/concept/scalar.hpp>
#include <type_traits>

namespace ctnn {
namespace error {

inline void the_class_is_beyond_the_number_of_classes() {}

} // namespace error

/// The target for a class: 1 in its place, 0 in all others.
///
/// Shape:    a class from 0 on to an array of Classes scalars.
/// Cost:     the array.
/// Errors:   a class beyond Classes gives zeros, which no loss mistakes for a class; in a constant
///           it ends the build with a sentence.
/// Example:  tests/data/one_hot.cpp
template <concepts::scalar Scalar, std::size_t Classes>
constexpr std::array<Scalar, Classes> one_hot(std::size_t class_number) {
    std::array<Scalar, Classes> target{};
    if (class_number < Classes)
        target[class_number] = static_cast<Scalar>(1.0);
    else if (std::is_constant_evaluated())
        error::the_class_is_beyond_the_number_of_classes();
    return target;
}

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
