#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <cstddef>
#include <ctnn/host/detail/vnnlib_reader.hpp>
#include <ctnn/host/file_problem.hpp>
#include <ctnn/host/vnnlib_case.hpp>
#include <string_view>
#include <utility>
#include <vector>

namespace ctnn::host {

/// A property of a network in VNN-LIB: the set of counterexamples, as a union of cases. It holds if in
/// no case there is an input in the box whose outputs are counterexamples.
///
/// Shape:    counts of inputs and outputs, and cases.
/// Cost:     that of its cases.
/// Errors:   none; `read_vnnlib` gives a problem with line and reason.
/// Source:   https://www.vnnlib.org
/// Example:  docs/examples/verify_vnnlib.cpp
struct vnnlib {
    std::size_t inputs = 0, outputs = 0;
    std::vector<vnnlib_case> cases{};
};

/// A property that was read from a text, or what is wrong with it.
///
/// Shape:    a property and a problem.
/// Cost:     that of the property.
/// Errors:   with a problem the property has no cases.
/// Example:  docs/examples/verify_vnnlib.cpp
struct vnnlib_result {
    vnnlib property{};
    file_problem problem{};
};

/// Reads a property in VNN-LIB: declarations of X_i and Y_j as Real, assert of and, or, <= and >=, terms of
/// numbers, variables, +, -, * and / of numbers. Bounds are on single inputs; constraints on outputs are
/// linear. Numbers are the decimals of the text, and calculations with them are exact.
///
/// Shape:    a text to a property, or a problem.
/// Cost:     a list of cases; no more than 10000.
/// Errors:   line and reason of the first thing that is not as above; an input without bounds; a case
///           with more than 64 constraints on outputs or none.
/// Source:   https://www.vnnlib.org
/// Example:  docs/examples/verify_vnnlib.cpp
inline vnnlib_result read_vnnlib(std::string_view text) {
    detail::vnnlib_reader reader;
    reader.read(text);
    if (reader.problem)
        return {{}, reader.problem};
    return {{reader.inputs(), reader.outputs(), std::move(reader.cases)}, {}};
}

} // namespace ctnn::host

#include <ctnn/config/epilogue.hpp>
