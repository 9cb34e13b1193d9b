#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <cstddef>
#include <ctnn/host/detail/joined.hpp>
#include <string>

namespace ctnn::host {

/// What is wrong in a file, and where.
///
/// Shape:    line: from 1, or 0 where it is none in particular; reason: a sentence, empty if there is
///           no problem.
/// Cost:     a string.
/// Errors:   this is one.
/// Example:  tests/host/nnet.cpp
struct file_problem {
    std::size_t line = 0;
    std::string reason{};

    explicit operator bool() const { return !reason.empty(); }

    /// "line 12: the number is not finite"
    std::string message() const {
        return line == 0 ? reason : detail::joined("line ", line, ": ", reason);
    }
};

} // namespace ctnn::host

#include <ctnn/config/epilogue.hpp>
