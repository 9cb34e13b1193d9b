#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <array>
#include <cstddef>
#include <ctnn/concept/scalar.hpp>
#include <ctnn/data/csv_format.hpp>
#include <ctnn/data/detail/csv_diagnosis.hpp>
#include <ctnn/data/detail/csv_slices.hpp>

namespace ctnn {

/// The samples in a CSV text, read by the compiler, whatever the length of the text:
/// `constexpr auto& flowers = ctnn::embedded_samples<iris_csv, float, 4, 3, iris_format>;`
///
/// The work is split into constants, each within the default limits of the compilers.
///
/// Shape:    Text: a text_view, as ctnn_embed makes it; Inputs inputs and Outputs outputs a row;
///           Format: a csv_format. Both are variables that are constants, not values. The result is
///           a std::array of samples, one for each row.
/// Cost:     to compile, what docs/benchmarks.md says; no code in the program.
/// Errors:   wrong data ends the build with a sentence: which row and column, and what is there.
/// Example:  tests/data/embedded_samples.cpp
template <auto const& Text, concepts::scalar Scalar, std::size_t Inputs, std::size_t Outputs,
          auto const& Format = detail::default_csv_format>
    requires detail::fits<decltype(detail::csv_source_diagnosis<Text, Format>())> &&
        detail::fits<decltype(detail::csv_diagnosis<detail::csv_problem_in<
                                  detail::csv_source<Text, Scalar, Inputs, Outputs, Format>>>())>
inline constexpr auto const& embedded_samples =
    detail::csv_samples<detail::csv_source<Text, Scalar, Inputs, Outputs, Format>>();

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
