#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <array>
#include <cstddef>
#include <ctnn/concept/scalar.hpp>
#include <ctnn/data/csv_format.hpp>
#include <ctnn/data/csv_problem.hpp>
#include <ctnn/data/detail/csv_field.hpp>
#include <ctnn/data/detail/csv_header.hpp>
#include <ctnn/data/detail/csv_layout.hpp>
#include <ctnn/data/detail/csv_row.hpp>
#include <ctnn/data/detail/number_within.hpp>
#include <ctnn/data/detail/parse_number.hpp>
#include <ctnn/data/sample.hpp>
#include <ctnn/text/text_view.hpp>
#include <type_traits>

namespace ctnn {

/// Reads a CSV text row by row: `while (reader.read(one)) ...`, at compile time and at run time.
///
/// Numbers are rounded as strtod does, whatever their length. Spaces around fields, a byte order
/// mark, CRLF, and blank rows mean nothing.
///
/// Shape:    a text with Inputs inputs and Outputs outputs a row, in csv_format; gives samples.
/// Cost:     no memory but the reader's own. One pass; a number of up to 19 digits takes one
///           division, unless its exponent is extreme; that, and more digits, integer arithmetic
///           on up to 704 bytes of stack.
/// Errors:   the first problem ends the reading; `problem()` says what, in which row and column,
///           and what stands there.
/// Source:   RFC 4180; W. D. Clinger, "How to read floating point numbers accurately", 1990.
/// Example:  tests/data/csv_reader.cpp
template <concepts::scalar Scalar, std::size_t Inputs, std::size_t Outputs>
    requires(Inputs > 0 && Outputs > 0)
class csv_reader {
public:
    using sample = ctnn::sample<std::array<Scalar, Inputs>, std::array<Scalar, Outputs>>;

    constexpr csv_reader(text_view const& text, csv_format const& format = {})
        : csv_reader{text, format, first_row(text, format)} {
        problem_ = problem_before_the_data(text, format);
    }

    // From a row in the middle of a text that has no problem before its data.
    constexpr csv_reader(text_view const& text, csv_format const& format,
                         detail::csv_place const& from)
        : place_{text.begin() + from.position}, end_{text.end()}, plain_end_{text.end()},
          row_{from.row}, layout_{format, Inputs, Outputs}, format_{format} {
        while (plain_end_ != place_ && plain_end_[-1] != '\n')
            --plain_end_;
        if (detail::is_in_numbers(format.separator) || detail::is_in_numbers(format.quote))
            plain_end_ = place_;
    }

    // What of the format or the header is wrong.
    static constexpr csv_problem problem_before_the_data(text_view const& text,
                                                         csv_format const& format) {
        detail::csv_layout const layout(format, Inputs, Outputs);
        auto const of_format = detail::format_problem(format, layout);
        return of_format.kind != kinds::none ? of_format
                                             : detail::header_problem(text, format, layout);
    }

    /// Reads the next sample; false where there is none, because the text or its sense ends.
    constexpr bool read(sample& one) {
        if (!ok())
            return false;
        if (place_ != end_ && *place_ <= ' ') // a blank row, perhaps
            detail::skip_blank_rows(place_, end_, format_.separator, row_);
        if (place_ == end_)
            return false;
        column_ = 0;
        Scalar* const input = one.input.data();
        std::size_t const before = layout_.target_column;
        if ((before != 0 && !read_numbers(input, before)) || !read_target(one.target) ||
            (before != Inputs && !read_numbers(input + before, Inputs - before)))
            return false;
        ++row_;
        return true;
    }

    constexpr bool ok() const { return problem_.kind == csv_problem::kinds::none; }
    constexpr csv_problem const& problem() const { return problem_; }

    /// The row that is read next, as a spreadsheet counts: from 1, with the header.
    constexpr std::size_t row() const { return row_; }

    // For reading in slices: where that is, and about how many steps of an evaluator were spent.
    constexpr char const* place() const { return place_; }
    constexpr std::size_t work() const { return work_; }

private:
    using kinds = csv_problem::kinds;
    using targets = detail::csv_layout::targets;

    // What text is rounded to: float where the scalar computes with it, double for every other.
    using number =
        std::conditional_t<std::is_same_v<detail::number_within<Scalar>, float>, float, double>;

    static constexpr detail::csv_place first_row(text_view const& text, csv_format const& format) {
        return detail::csv_rows_walk(text, format).place();
    }

    constexpr bool stop(kinds kind, text_view const& found) {
        problem_ = {kind, row_, column_ + 1, found};
        return false;
    }

    // After the separator, or, after the last column, after the line break.
    constexpr bool end_field() {
        if (++column_ == layout_.columns) {
            if (!detail::csv_row_ends(place_, end_)) {
                ++place_;
                return stop(kinds::row_has_too_many_columns,
                            detail::next_field(place_, end_, format_).text);
            }
            place_ = detail::skip_line_break(place_, end_);
        } else {
            if (detail::csv_row_ends(place_, end_))
                return stop(kinds::row_has_too_few_columns, {});
            ++place_;
        }
        return true;
    }

    constexpr bool read_field(detail::csv_field& field) {
        char const* const begin = place_;
        field = detail::next_field(place_, end_, format_);
        work_ += 100 + 40 * static_cast<std::size_t>(place_ - begin);
        if (field.problem == kinds::none && field.text.size() == 0 && !field.quoted)
            field.problem = kinds::field_is_empty;
        return field.problem == kinds::none || stop(field.problem, field.text);
    }

    template <class T>
    constexpr bool read_number(T& value) {
        detail::csv_field field;
        if (!read_field(field))
            return false;
        constexpr bool has_ends = requires {
            T::lowest(), T::largest(), T::step();
        };
        number parsed = 0;
        auto kind = detail::parse_number(field.text, format_.infinity_and_nan && !has_ends,
                                         format_.decimal, parsed, work_);
        if constexpr (has_ends)
            if (kind == kinds::none && is_beyond_the_ends<T>(parsed))
                kind = kinds::number_is_too_large;
        if (kind != kinds::none)
            return stop(kind, field.text);
        value = static_cast<T>(parsed);
        return end_field();
    }

    // Whether it would be rounded to a number after the last or before the first. (Of two as near it is the even one.)
    template <class T>
    static constexpr bool is_beyond_the_ends(number value) {
        auto const half = static_cast<number>(T::step()) / 2;
        return value - static_cast<number>(T::largest()) >= half ||
               static_cast<number>(T::lowest()) - value > half;
    }

    template <class T>
    constexpr bool read_numbers(T* to, std::size_t count) {
        for (std::size_t done = 0; done != count;) {
            if constexpr (std::is_same_v<T, number>) {
                if (place_ < plain_end_) {
                    bool const last = layout_.columns - column_ == 1;
                    std::size_t const rest = count - done;
                    std::size_t const read = detail::read_plain_numbers(
                        place_, last ? '\n' : format_.separator, format_.decimal, to + done,
                        layout_.columns - column_ == rest && !last ? rest - 1 : rest, work_);
                    column_ += read;
                    done += read;
                    if (done == count)
                        break;
                }
            }
            if (!read_number(to[done]))
                return false;
            ++done;
        }
        return true;
    }

    constexpr bool read_target(std::array<Scalar, Outputs>& target) {
        if (layout_.target == targets::numbers)
            return read_numbers(target.data(), Outputs);
        char const* before = place_;
        std::size_t index = Outputs;
        if (layout_.target == targets::class_number) {
            number value = 0;
            if (!read_numbers(&value, 1))
                return false;
            if (value >= 0 && value < static_cast<number>(Outputs))
                index = static_cast<std::size_t>(value);
            if (index == Outputs || static_cast<number>(index) != value) {
                --column_;
                return stop(kinds::class_is_unknown,
                            detail::next_field(before, end_, format_).text);
            }
        } else {
            detail::csv_field field;
            if (!read_field(field))
                return false;
            index = detail::find_class(format_, field);
            work_ += 100 * (index + 1) + 20 * format_.classes.size();
            if (index >= layout_.classes())
                return stop(kinds::class_is_unknown, field.text);
            if (!end_field())
                return false;
        }
        target = {};
        if constexpr (Outputs == 1)
            target[0] = static_cast<Scalar>(index == 0 ? 0.0 : 1.0);
        else
            target[index] = static_cast<Scalar>(1.0);
        return true;
    }

    char const* place_;
    char const* end_;
    char const* plain_end_; // after the last line break
    std::size_t row_;
    std::size_t column_ = 0;
    detail::csv_layout layout_;
    std::size_t work_ = 0; // above what every byte costs
    csv_format format_;
    csv_problem problem_{};
};

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
