#pragma once

#include <array>
#include <cstddef>
#include <ctnn/data/csv_problem.hpp>
#include <ctnn/error/constant_member.hpp>
#include <ctnn/error/diagnosis.hpp>
#include <type_traits>
#include <utility>

namespace ctnn::error {

// The sentence of a problem, with the characters that were found.
template <std::size_t Row>
struct csv_row {
    template <std::size_t Column>
    struct column {
        template <char... Found>
        struct holds {
            struct too_few_columns {};
            struct one_column_too_many {};
            struct an_empty_field {};
            struct not_a_number {};
            struct an_infinity_or_a_nan {};
            struct a_number_that_is_too_large {};
            struct none_of_the_classes {};
            struct a_quote_that_is_not_closed {};
            struct a_quote_inside_of_a_field_without_quotes {};
            struct a_carriage_return_without_a_line_feed {};
            struct data_but_should_be_the_header {};
            struct a_class_that_is_named_twice {};
        };
    };
};

struct csv_text_is_not_constexpr {};
struct csv_format_is_not_constexpr {};
struct csv_text_has_no_rows {};
struct csv_target_column_is_beyond_the_row {};
struct csv_number_of_class_names_does_not_fit_the_outputs {};
struct csv_separator_quote_and_decimal_mark_must_differ_and_the_mark_is_a_point_or_a_comma {};
struct csv_text_is_in_utf_16_not_in_utf_8 {};

} // namespace ctnn::error

namespace ctnn::detail {

// Asked before anything of the text is read.
template <auto const& Text, auto const& Format>
constexpr auto csv_source_diagnosis() {
    if constexpr (!requires { typename std::bool_constant<begins_with_a_constant(Text)>; })
        return error::csv_text_is_not_constexpr{};
    else if constexpr (!requires { typename std::bool_constant<is_constant(Format)>; })
        return error::csv_format_is_not_constexpr{};
    else
        return error::none{};
}

// Problem is a csv_problem with linkage.
template <auto const& Problem>
constexpr auto csv_diagnosis() {
    using kinds = csv_problem::kinds;
    constexpr kinds kind = Problem.kind;
    constexpr std::size_t length = Problem.found.size() < 24 ? Problem.found.size() : 24;
    using found = decltype([]<std::size_t... Index>(std::index_sequence<Index...>) {
        return typename error::csv_row<Problem.row>::template column<
            Problem.column>::template holds<Problem.found[Index]...>{};
    }(std::make_index_sequence<length>{}));
    if constexpr (kind == kinds::none)
        return error::none{};
    else if constexpr (kind == kinds::text_has_no_rows)
        return error::csv_text_has_no_rows{};
    else if constexpr (kind == kinds::target_column_is_beyond_the_row)
        return error::csv_target_column_is_beyond_the_row{};
    else if constexpr (kind == kinds::classes_do_not_fit_the_outputs)
        return error::csv_number_of_class_names_does_not_fit_the_outputs{};
    else if constexpr (kind == kinds::row_has_too_few_columns)
        return typename found::too_few_columns{};
    else if constexpr (kind == kinds::row_has_too_many_columns)
        return typename found::one_column_too_many{};
    else if constexpr (kind == kinds::field_is_empty)
        return typename found::an_empty_field{};
    else if constexpr (kind == kinds::field_is_not_a_number)
        return typename found::not_a_number{};
    else if constexpr (kind == kinds::number_is_not_finite)
        return typename found::an_infinity_or_a_nan{};
    else if constexpr (kind == kinds::number_is_too_large)
        return typename found::a_number_that_is_too_large{};
    else if constexpr (kind == kinds::class_is_unknown)
        return typename found::none_of_the_classes{};
    else if constexpr (kind == kinds::quote_is_not_closed)
        return typename found::a_quote_that_is_not_closed{};
    else if constexpr (kind == kinds::quote_is_inside_a_field)
        return typename found::a_quote_inside_of_a_field_without_quotes{};
    else if constexpr (kind == kinds::carriage_return_is_alone)
        return typename found::a_carriage_return_without_a_line_feed{};
    else if constexpr (kind == kinds::header_is_a_row_of_data)
        return typename found::data_but_should_be_the_header{};
    else if constexpr (kind == kinds::class_is_named_twice)
        return typename found::a_class_that_is_named_twice{};
    else if constexpr (kind == kinds::characters_of_the_format_clash)
        return error::
            csv_separator_quote_and_decimal_mark_must_differ_and_the_mark_is_a_point_or_a_comma{};
    else if constexpr (kind == kinds::text_is_in_utf_16)
        return error::csv_text_is_in_utf_16_not_in_utf_8{};
}

} // namespace ctnn::detail
