#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

namespace ctnn::verify {

/// What `monotone` is to show: that an output never falls, or that it never rises, where an input grows.
///
/// Shape:    one of two.
/// Example:  tests/verify/monotone.cpp
enum class trend { nondecreasing, nonincreasing };

} // namespace ctnn::verify

#include <ctnn/config/epilogue.hpp>
