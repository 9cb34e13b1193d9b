#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <string_view>

namespace ctnn::host {

/// Why a search on a host ended without a verdict.
///
/// - `none`: there is a verdict.
/// - `time`, `boxes`: the budget is spent. A larger one may help.
/// - `precision`: all boxes were examined. Some hold single numbers, and there the bounds, roundings
///   included, prove nothing, and the program computes no counterexample. A larger budget does not help.
/// - `not_finite`: the same, where the program computes an infinity or a NaN.
/// - `beside`: a counterexample lies next to the decimal box of a property, and none inside.
/// - `refused`: nothing was searched; the result's problem says why.
///
/// Shape:    an enumeration; `text_of` gives a sentence for each.
/// Example:  tests/host/unknown_reason.cpp
enum class unknown_reason { none, time, boxes, precision, not_finite, beside, refused };

/// The reason as a sentence without its full stop; empty for `none`.
constexpr std::string_view text_of(unknown_reason reason) {
    switch (reason) {
    case unknown_reason::none:
        break;
    case unknown_reason::time:
        return "the time is up";
    case unknown_reason::boxes:
        return "the boxes are spent";
    case unknown_reason::precision:
        return "a box of single numbers can be neither proven nor violated: roundings decide";
    case unknown_reason::not_finite:
        return "a box of single numbers can be neither proven nor violated: the program computes "
               "an "
               "infinity or a NaN there";
    case unknown_reason::beside:
        return "a counterexample lies next to the decimal box, and none within";
    case unknown_reason::refused:
        return "nothing was searched";
    }
    return {};
}

} // namespace ctnn::host

#include <ctnn/config/epilogue.hpp>
