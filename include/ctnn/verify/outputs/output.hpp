#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <cstddef>
#include <ctnn/verify/outputs/term.hpp>

namespace ctnn::verify::outputs {

/// An output of a network in a condition, counted from 0: `output<0> < 5 && output<1> >= output<2>`. (Write
/// a space before `>=`: C++ reads `output<1>>=` as a shift.)
///
/// Shape:    a term with coefficient 1.
/// Cost:     that of a term.
/// Errors:   none by itself; `prove` does not compile if the network has no such output.
/// Example:  tests/verify/outputs/expressions.cpp
template <std::size_t Index>
inline constexpr term<Index + 1> output = [] {
    term<Index + 1> one{};
    one.coefficients[Index] = 1;
    return one;
}();

} // namespace ctnn::verify::outputs

#include <ctnn/config/epilogue.hpp>
