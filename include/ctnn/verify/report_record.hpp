#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <array>
#include <cstddef>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/verify/detail/report/report_texts.hpp>

namespace ctnn::verify::detail {
CTNN_ARITHMETIC_BEGIN

// Only characters, so the object file has them one after the other.
template <std::size_t Json, std::size_t Text>
struct record_of_report {
    std::array<char, 21> mark;
    std::array<char, Json> json;
    std::array<char, Text> text;
};

inline constexpr std::array<char, 21> mark_of_report = [] {
    std::array<char, 21> mark{}; // a NUL first
    char const* const name = "ctnn proof record 1\n";
    for (std::size_t i = 0; i < 20; ++i)
        mark[i + 1] = name[i];
    return mark;
}();

CTNN_ARITHMETIC_END
} // namespace ctnn::verify::detail

namespace ctnn::verify {
CTNN_ARITHMETIC_BEGIN

/// The report of a property in a form that a program can find in an object file, without running anything.
/// CMake's `ctnn_proof` makes a variable of it and writes the report beside the firmware.
///
/// Shape:    a mark, the JSON, a NUL, the text, a NUL.
/// Cost:     the characters, in programs that have such a variable.
/// Errors:   those of `proof`.
/// Example:  tests/verify/report.cpp
template <class Property>
inline constexpr detail::record_of_report<detail::report_texts<Property>::json.size(),
                                          detail::report_texts<Property>::text.size()>
    report_record{detail::mark_of_report, detail::report_texts<Property>::json,
                  detail::report_texts<Property>::text};

CTNN_ARITHMETIC_END
} // namespace ctnn::verify

#include <ctnn/config/epilogue.hpp>
