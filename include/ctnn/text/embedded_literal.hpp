#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

namespace ctnn {

/// The array of characters behind a constant that `ctnn_embed` wrote, for what copies it as a whole: a `text_view` knows
/// only where it begins.
///
/// Shape:    is_known, whether `ctnn_embed` wrote Text; if so, array, a `char const (&)[Text.size() + 1]`.
/// Cost:     nothing until array is used, in a constant.
/// Errors:   array does not exist where is_known is false.
/// Source:   this library; headers that `ctnn_embed` writes specialize it.
/// Example:  tests/text/text_view.cpp
template <auto const& Text>
struct embedded_literal {
    static constexpr bool is_known = false;
};

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
