#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/error/diagnosis.hpp>
#include <ctnn/text/text.hpp>
#include <ctnn/verify/detail/report/report_texts.hpp>
#include <ctnn/verify/detail/search/property_diagnosis.hpp>

namespace ctnn::verify {
CTNN_ARITHMETIC_BEGIN

/// A report of a proof for an auditor: what the question was, with digests that do not depend on the
/// compiler, what was found, and what that covers.
///
/// Shape:    two texts with the same contents, for people and for programs (docs/audit.md).
/// Cost:     two pointers; the characters are constants, a few kB, and only in programs that use them.
/// Example:  docs/examples/audit.cpp
struct audit_report {
    ctnn::text text;
    ctnn::text json;
};

/// The report of a property that `proof` takes, as a constant.
///
/// Shape:    an `audit_report`.
/// Cost:     none at run time; the compiler proves the property once, however often it is used.
/// Errors:   those of `proof`. A property that is not proven has a report, too: `static_assert` the proof.
/// Example:  docs/examples/audit.cpp
template <class Property, class Diagnosis = decltype(detail::property_diagnosis<Property>())>
    requires ctnn::detail::is_none<Diagnosis>
inline constexpr audit_report report{ctnn::text(detail::report_texts<Property>::text.data()),
                                     ctnn::text(detail::report_texts<Property>::json.data())};

CTNN_ARITHMETIC_END
} // namespace ctnn::verify

#include <ctnn/config/epilogue.hpp>
