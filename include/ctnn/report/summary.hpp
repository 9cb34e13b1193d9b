#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <array>
#include <cstddef>
#include <ctnn/activation/identity.hpp>
#include <ctnn/concept/network.hpp>
#include <ctnn/report/footprint.hpp>
#include <ctnn/tensor/detail/sum_of.hpp>
#include <ctnn/text/detail/type_name.hpp>
#include <ctnn/text/text.hpp>
#include <ctnn/text/text_view.hpp>
#include <type_traits>
#include <utility>

namespace ctnn {
namespace detail {

// One line of the table: columns after the name hold numbers, the first of them, the output's shape, perhaps several.
struct summary_line {
    text_view layer;
    text_view activation;
    std::size_t const* extents; // of the output, `rank` of them
    std::size_t rank;
    std::array<std::size_t, 3> numbers{}; // parameters, bytes, multiply-adds
    std::size_t numbers_end = 4;          // the columns from this one on are empty

    constexpr std::size_t name_size() const {
        return layer.size() + (activation.size() > 0 ? 1 + activation.size() : 0);
    }
    constexpr std::size_t numbers_in(std::size_t column) const {
        return column == 0 ? rank : std::size_t{column < numbers_end};
    }
    constexpr std::size_t number(std::size_t column, std::size_t i) const {
        return column == 0 ? extents[i] : numbers[column - 1];
    }
};

constexpr std::size_t digits_of(std::size_t number) {
    std::size_t count = 1;
    for (; number > 9; number /= 10)
        ++count;
    return count;
}

// A network whose layers are not in their own numbers says what each costs. What it keeps besides is a line of its
// own: the scales of a quantized one.
template <class Network>
constexpr bool states_layer_costs = requires {
    Network::template layer_cost<0>;
};

template <class Network, std::size_t Index>
constexpr summary_line line_of_stage() {
    using stage = typename Network::template stage<Index>;
    using layer = typename stage::layer;
    using activation = typename stage::activation;
    using shape = typename stage::output_shape;
    summary_line line{part_name<layer>(), {}, shape::extents.data(), shape::rank};
    if constexpr (std::is_same_v<layer, typename stage::descriptor> &&
                  !std::is_same_v<activation, identity>)
        line.activation = part_name<activation>();
    if constexpr (states_layer_costs<Network>) {
        constexpr auto cost = Network::template layer_cost<Index>;
        line.numbers = {cost.parameters, cost.bytes, cost.multiply_adds};
    } else {
        std::size_t const parameters = stage::has_parameters * sizeof(typename stage::parameters) /
                                       sizeof(typename stage::scalar);
        line.numbers = {parameters, parameters * sizeof(typename stage::scalar),
                        multiply_adds_of<stage>()};
    }
    return line;
}

constexpr summary_line without_output(text_view name, std::size_t parameters, std::size_t bytes,
                                      std::size_t multiply_adds) {
    return {name, {}, nullptr, 0, {parameters, bytes, multiply_adds}};
}

template <class Network, class Indices = std::make_index_sequence<Network::depth>>
struct summary_table;

template <class Network, std::size_t... Index>
struct summary_table<Network, std::index_sequence<Index...>> {
    static constexpr std::array<text_view, 4> heads{text_view("output"), text_view("parameters"),
                                                    text_view("bytes"), text_view("multiply-adds")};
    using input_shape = typename Network::input_shape;
    static constexpr bool keeps_more = states_layer_costs<Network>;
    static constexpr auto lines = [] {
        constexpr auto cost = footprint<Network>;
        std::array<summary_line, Network::depth + 2 + keeps_more> all{
            summary_line{
                text_view("input"), {}, input_shape::extents.data(), input_shape::rank, {}, 1},
            line_of_stage<Network, Index>()...};
        if constexpr (keeps_more)
            all[Network::depth + 1] = without_output(
                text_view("scales"), 0,
                cost.parameter_bytes - sum_of(Network::template layer_cost<Index>.bytes...), 0);
        all.back() = without_output(text_view("total"), Network::parameter_count,
                                    cost.parameter_bytes, cost.multiply_adds);
        return all;
    }();

    static constexpr std::size_t name_width() {
        std::size_t width = 5; // "layer"
        for (auto const& line : lines)
            width = line.name_size() > width ? line.name_size() : width;
        return width;
    }
    static constexpr std::size_t width_of(std::size_t column) {
        std::size_t width = heads[column].size();
        for (auto const& line : lines) {
            std::size_t needed = 0;
            for (std::size_t i = 0; i < line.numbers_in(column); ++i)
                needed += (i > 0) + digits_of(line.number(column, i));
            width = needed > width ? needed : width;
        }
        return width;
    }
    static constexpr std::size_t gap = 2;
    static constexpr std::size_t line_size =
        name_width() + 4 * gap + width_of(0) + width_of(1) + width_of(2) + width_of(3) + 1;
    static constexpr std::size_t size = (lines.size() + 1) * line_size;

    // With a NUL after it.
    static constexpr std::array<char, size + 1> written() {
        std::array<char, size + 1> all{};
        for (std::size_t i = 0; i < size; ++i)
            all[i] = (i + 1) % line_size == 0 ? '\n' : ' ';
        char* line_begin = all.data();
        auto const put = [](char* to, text_view what) {
            for (char const c : what)
                *to++ = c;
            return to;
        };
        auto const end_of_column = [&line_begin](std::size_t column) {
            char* end = line_begin + name_width();
            for (std::size_t i = 0; i <= column; ++i)
                end += gap + width_of(i);
            return end;
        };
        put(line_begin, text_view("layer"));
        for (std::size_t column = 0; column < 4; ++column)
            put(end_of_column(column) - heads[column].size(), heads[column]);
        for (auto const& line : lines) {
            line_begin += line_size;
            char* const end = put(line_begin, line.layer);
            if (line.activation.size() > 0)
                put(end + 1, line.activation);
            for (std::size_t column = 0; column < 4; ++column) {
                char* to = end_of_column(column);
                for (std::size_t i = line.numbers_in(column); i-- > 0;) {
                    std::size_t number = line.number(column, i);
                    do
                        *--to = static_cast<char>('0' + number % 10);
                    while ((number /= 10) > 0);
                    if (i > 0)
                        *--to = 'x';
                }
            }
        }
        return all;
    }
    static constexpr auto characters = written();
};

} // namespace detail

/// A network as a table: of each layer its name and activation, the shape of what it gives, how many
/// parameters it has, their bytes, and the multiply-adds of one inference. Of a `quantized` network the parameters are
/// weights and biases, and the bytes are all that a layer keeps, its multipliers and tables too.
///
/// Shape:    a network of either kind; characters with a NUL after them, lines of equal length.
/// Cost:     none at run time; the text is a constant, and only in programs that use it.
/// Example:  docs/examples/cost.cpp
template <concepts::network Network>
constexpr text summary() {
    using table = detail::summary_table<std::remove_const_t<Network>>;
    return text(table::characters.data());
}

template <concepts::network Network>
constexpr text summary(Network const&) {
    return summary<Network>();
}

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
