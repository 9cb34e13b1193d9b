#pragma once

#include <cstddef>
#include <ctnn/data/csv_format.hpp>
#include <ctnn/data/csv_problem.hpp>
#include <ctnn/data/detail/csv_field.hpp>
#include <ctnn/data/detail/csv_row.hpp>
#include <ctnn/text/text_view.hpp>

namespace ctnn::detail {

// What the columns of a row are.
struct csv_layout {
    enum class targets : unsigned char { numbers, class_number, class_name };

    std::size_t inputs;
    std::size_t outputs;
    targets target;
    std::size_t columns;
    std::size_t target_column;

    constexpr csv_layout(csv_format const& format, std::size_t the_inputs, std::size_t the_outputs)
        : inputs{the_inputs}, outputs{the_outputs},
          target{(outputs == 1 ? format.classes.size() == 0 : !format.one_hot) ? targets::numbers
                 : format.classes.size() == 0 ? targets::class_number
                                              : targets::class_name},
          columns{inputs + (target == targets::numbers ? outputs : 1)},
          target_column{format.target_column == csv_format::last_column ? inputs
                                                                        : format.target_column} {}

    constexpr std::size_t classes() const { return outputs == 1 ? 2 : outputs; }
    constexpr bool is_class_name(std::size_t column) const {
        return target == targets::class_name && column == target_column;
    }
    constexpr bool is_input(std::size_t column) const {
        return column < target_column ||
               (column < columns && column - target_column >= columns - inputs);
    }
};

// Calls on_name(name, index) for the names in the list of classes as long as that says true. Gives how many there were, and
// where the list ends.
template <class OnName>
constexpr std::size_t for_each_class(csv_format const& format, char const*& place,
                                     OnName const& on_name) {
    char const* const end = format.classes.end();
    place = format.classes.begin();
    for (std::size_t index = 0;; ++index) {
        csv_field const name = next_field(place, end, format);
        if (!on_name(name, index))
            return index;
        if (csv_row_ends(place, end))
            return index + 1;
        ++place;
    }
}

// The place of a name in the list of classes; if it is not there, how many are.
constexpr std::size_t find_class(csv_format const& format, csv_field const& name) {
    char const* place = nullptr;
    return for_each_class(format, place, [&](csv_field const& one, std::size_t) {
        return !same_text(one, name, format.quote);
    });
}

// What of the format cannot be meant.
constexpr csv_problem format_problem(csv_format const& format, csv_layout const& layout) {
    using kinds = csv_problem::kinds;
    auto const is_line_break = [](char c) { return c == '\n' || c == '\r'; };
    char const separator = format.separator, quote = format.quote, decimal = format.decimal;
    if (separator == quote || separator == decimal || quote == decimal ||
        is_line_break(separator) || is_line_break(quote) || quote == ' ' || quote == '\t' ||
        (decimal != '.' && decimal != ','))
        return {kinds::characters_of_the_format_clash};
    if (layout.target_column > layout.inputs)
        return {kinds::target_column_is_beyond_the_row};
    if (format.classes.size() == 0)
        return {};
    csv_problem problem;
    char const* place = nullptr;
    std::size_t const count =
        for_each_class(format, place, [&](csv_field const& name, std::size_t index) {
            kinds kind = name.problem;
            if (kind == kinds::none && name.text.size() == 0 && !name.quoted)
                kind = kinds::field_is_empty;
            if (kind == kinds::none && find_class(format, name) != index)
                kind = kinds::class_is_named_twice;
            if (kind != kinds::none)
                problem = {kind, 0, index + 1, name.text};
            return kind == kinds::none;
        });
    bool const is_one_line = skip_line_break(place, format.classes.end()) == format.classes.end();
    if (problem.kind == kinds::none && (layout.target != csv_layout::targets::class_name ||
                                        count != layout.classes() || !is_one_line))
        problem.kind = kinds::classes_do_not_fit_the_outputs;
    return problem;
}

} // namespace ctnn::detail
