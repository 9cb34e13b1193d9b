#pragma once

#include <cstddef>
#include <cstdint>
#include <ctnn/concept/customization.hpp>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/report/detail/topology_text.hpp>
#include <ctnn/text/detail/text_output.hpp>
#include <ctnn/text/text_view.hpp>
#include <ctnn/verify/no_overflow.hpp>
#include <type_traits>

// The question as text: once exactly, for programs and for its digest (docs/audit.md has the form), and once for
// people.

namespace ctnn::verify::detail {
CTNN_ARITHMETIC_BEGIN

template <class Wanted>
concept has_rows = requires(Wanted const& wanted) {
    wanted.rows[0][0].coefficients;
};

template <class Constraint>
constexpr char const* comparison_of(Constraint const& constraint) {
    return constraint.zero_suffices ? ">=" : ">";
}

template <class Output, class Numbers>
constexpr void put_exactly(Output& to, Numbers const& numbers) {
    for (auto const& number : numbers)
        ctnn::detail::put_all(
            to, " ", text_view(ctnn::detail::hexadecimal_text(static_cast<double>(number))));
}

template <class Plant, class Output>
constexpr void put_plant(Output& to) {
    if constexpr (customization::has_a_name<Plant>)
        ctnn::detail::put(to, Plant::name);
    else
        ctnn::detail::put(to, "unnamed");
}

template <class Network, class Box, class Wanted, class Output>
constexpr void put_property(Output& to, Box const& inputs, Wanted const& wanted) {
    using ctnn::detail::put_all;
    put_all(to, "ctnn property 1\nscalar ");
    ctnn::detail::scalar_name<typename Network::scalar>::put(to);
    put_all(to, "\ninputs ", std::uint64_t{Network::input_size}, "\noutputs ",
            std::uint64_t{Network::output_size}, "\nlower");
    put_exactly(to, inputs.lower);
    put_all(to, "\nupper");
    put_exactly(to, inputs.upper);
    to.put('\n');
    if constexpr (has_rows<Wanted>) {
        for (auto const& row : wanted.rows) {
            char const* before = "row ";
            for (auto const& constraint : row) {
                put_all(to, before, comparison_of(constraint), " ",
                        text_view(ctnn::detail::hexadecimal_text(constraint.constant)));
                put_exactly(to, constraint.coefficients);
                before = " or ";
            }
            to.put('\n');
        }
    } else if constexpr (std::is_same_v<Wanted, no_saturation>) {
        put_all(to, "nothing saturates\n");
    } else {
        put_all(to, "stays in the box with the plant ");
        put_plant<Wanted>(to);
        to.put('\n');
    }
}

// 2 y0 - y1 + 0.5 > 0
template <class Constraint, class Output>
constexpr void put_constraint(Output& to, Constraint const& constraint) {
    using ctnn::detail::decimal_text, ctnn::detail::put_all;
    bool is_first = true;
    auto const put_sign = [&](double value) {
        put_all(to, is_first ? (value < 0 ? "-" : "") : (value < 0 ? " - " : " + "));
        is_first = false;
        return value < 0 ? -value : value;
    };
    for (std::size_t j = 0; j < constraint.coefficients.size(); ++j)
        if (double const c = constraint.coefficients[j]; c != 0) {
            double const size = put_sign(c);
            if (size != 1)
                put_all(to, text_view(decimal_text(size)), " ");
            put_all(to, "y", std::uint64_t{j});
        }
    if (constraint.constant != 0 || is_first) {
        double const size = put_sign(constraint.constant);
        put_all(to, text_view(decimal_text(size)));
    }
    put_all(to, " ", comparison_of(constraint), " 0");
}

template <class Constraint>
constexpr bool is_same_constraint(Constraint const& a, Constraint const& b) {
    return a.coefficients == b.coefficients && a.constant == b.constant &&
           a.zero_suffices == b.zero_suffices;
}

// Rows of which each is to hold, `between` them.
template <class Wanted, class Output>
constexpr void put_condition(Output& to, Wanted const& wanted, char const* between) {
    using ctnn::detail::put_all;
    if constexpr (has_rows<Wanted>) {
        bool is_first = true;
        for (auto const& row : wanted.rows) {
            // (a row that is shorter than others repeats its last constraint, which says nothing new)
            auto const* last = row.data();
            for (auto const& constraint : row) {
                bool const is_new = !is_same_constraint(constraint, *last);
                if (&constraint == row.data() || is_new) {
                    put_all(to, &constraint != row.data() ? " or " : is_first ? "" : between);
                    put_constraint(to, constraint);
                }
                last = &constraint;
            }
            is_first = false;
        }
    } else if constexpr (std::is_same_v<Wanted, no_saturation>) {
        put_all(to, "no operation saturates");
    } else {
        put_all(to, "the next state is in the box, with the plant ");
        put_plant<Wanted>(to);
    }
}

CTNN_ARITHMETIC_END
} // namespace ctnn::verify::detail
