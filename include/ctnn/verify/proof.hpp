#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/error/diagnosis.hpp>
#include <ctnn/verify/detail/search/loop_property.hpp>
#include <ctnn/verify/detail/search/property_diagnosis.hpp>
#include <ctnn/verify/detail/search/slices.hpp>
#include <ctnn/verify/prove.hpp>

namespace ctnn::verify {
CTNN_ARITHMETIC_BEGIN

/// What `prove` or `controller_invariant` finds for a property, by the compiler and however long it
/// takes: a chain of constants, of which none passes the compiler's default limits.
///
/// A property is a struct with static constexpr members: `network`, `inputs` (a box), `wanted` (a
/// condition on the outputs) and `boxes`, the most that may be looked at; or, of a control loop, with
/// `plant` instead of `wanted`, `inputs` being the box of states.
///
/// Shape:    a verdict.
/// Cost:     none at run time.
/// Errors:   a property that lacks a member does not compile, and the message says which; else those of
///           `prove` or `controller_invariant`.
/// Example:  tests/verify/proof.cpp
template <class Property, class Diagnosis = decltype(detail::property_diagnosis<Property>())>
    requires ctnn::detail::is_none<Diagnosis>
inline constexpr auto proof =
    detail::search_in_slices<typename detail::property_for_slices<Property>::type>();

CTNN_ARITHMETIC_END
} // namespace ctnn::verify

#include <ctnn/config/epilogue.hpp>
