#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

namespace ctnn {

/// The state of an optimizer that remembers nothing between its steps.
///
/// Shape:    empty.
/// Example:  tests/laws/optimizer.cpp
struct no_state {
    friend constexpr bool operator==(no_state, no_state) = default;
};

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
