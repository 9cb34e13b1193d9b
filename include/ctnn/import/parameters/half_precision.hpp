#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

namespace ctnn {

/// An option of `read_parameters` and `imported_parameters`: float16 and bfloat16 are read too. Each of their numbers is a
/// float, without rounding.
///
/// Shape:    an option beside `layer_names` and the formats.
/// Cost:     to compile, some steps for each number; in the program, nothing.
/// Errors:   without it, such a file is refused, and the message names this option.
/// Example:  tests/import/parameters/half_precision.cpp
struct half_precision {};

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
