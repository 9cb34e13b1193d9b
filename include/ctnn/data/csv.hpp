#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <cstddef>
#include <ctnn/concept/scalar.hpp>
#include <ctnn/data/csv_format.hpp>
#include <ctnn/data/csv_reader.hpp>
#include <ctnn/data/csv_result.hpp>
#include <ctnn/data/detail/stop_csv.hpp>
#include <ctnn/text/text_view.hpp>
#include <type_traits>

namespace ctnn {

/// Reads a CSV text into samples, at compile time and at run time:
/// `csv<float, 4, 3, csv_rows(iris_csv)>(iris_csv, {.classes = "setosa,versicolor,virginica"})`.
/// Files of more than a hundred kilobytes are more than one constant can read by default; use
/// `embedded_samples`.
///
/// Shape:    a text with Inputs inputs and Outputs outputs a row, and its csv_format; gives a
///           csv_result, a range of the samples that it read, at most Rows.
/// Cost:     that of csv_reader; for compile time see docs/benchmarks.md.
/// Errors:   wrong data, and more rows than Rows, stop it, and the result says what and where; in a
///           constant they end the build with a sentence, row, column and what is there.
/// Source:   RFC 4180.
/// Example:  tests/data/csv.cpp
template <concepts::scalar Scalar, std::size_t Inputs, std::size_t Outputs, std::size_t Rows>
constexpr auto csv(text_view const& text, csv_format const& format = {}) {
    using reader = csv_reader<Scalar, Inputs, Outputs>;
    csv_result<typename reader::sample, Rows> result(reader(text, format));
    if (!result.ok() && std::is_constant_evaluated())
        error::stop_csv(result.problem(), static_cast<long long>(result.problem().row),
                        static_cast<long long>(result.problem().column));
    return result;
}

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
