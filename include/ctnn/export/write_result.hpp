#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <cstddef>
#include <ctnn/text/text_view.hpp>

namespace ctnn {

/// What `onnx::write` or `write_parameters` did: how many bytes the file has, or what is wrong.
///
/// Shape:    size: bytes that were written, 0 if not `ok()`; needed: bytes that the file needs.
/// Cost:     three words.
/// Errors:   `found` is the problem and `message()` its sentence.
/// Example:  tests/export/onnx/write.cpp
struct write_result {
    enum class problems : unsigned char { none, buffer_is_too_small, weights_are_not_finite };

    std::size_t size = 0;
    std::size_t needed = 0;
    problems found = problems::none;

    constexpr bool ok() const { return found == problems::none; }
    constexpr text_view message() const {
        if (found == problems::none)
            return "no problem";
        if (found == problems::buffer_is_too_small)
            return "the buffer is too small for the file: needed says how many bytes it has";
        return "a weight is not a finite number";
    }
};

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
