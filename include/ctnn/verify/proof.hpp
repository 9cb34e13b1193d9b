#pragma once

#include <ctnn/detail/arithmetic_in_use.hpp>
#include <ctnn/verify/detail/stages.hpp>
#include <ctnn/verify/prove.hpp>

CTNN_NAMESPACE(ctnn::verify) {

/// What `prove` finds for a property, by the compiler and however long it takes: a chain of constants,
/// of which none passes the compiler's default limits.
///
/// A property is a struct with static constexpr members: `network`, `inputs` (a box), `wanted` (a
/// condition on the outputs) and `boxes`, the most that may be looked at.
///
/// Shape:    a verdict.
/// Gradient: none.
/// Cost:     none at run time.
/// Errors:   those of `prove`.
/// Source:   this library.
/// Example:  tests/verify/proof.cpp
template <class Property>
inline constexpr auto proof = detail::search_in_stages<Property>();

} // CTNN_NAMESPACE(ctnn::verify)
