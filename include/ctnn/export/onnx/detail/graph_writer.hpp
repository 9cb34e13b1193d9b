#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <ctnn/export/onnx/detail/label.hpp>
#include <ctnn/export/onnx/detail/message_writer.hpp>
#include <ctnn/export/onnx/detail/written_attribute.hpp>
#include <ctnn/text/text_view.hpp>
#include <type_traits>

namespace ctnn::onnx::detail {

// How the value that the nodes have reached lies in the file, the batch aside. A network has channels last.
enum class forms : unsigned char {
    any,            // whichever: of no value, but of what a layer takes
    flat,           // [batch, numbers]
    as_network,     // [batch, extents ...]
    channels_first, // [batch, channels, places ...]
    steps_first,    // [steps, batch, numbers of a step]
    any_steps,      // what a layer takes for which as_network and steps_first are the same
};

// Extents of weights in the file.
struct written_extents {
    std::array<std::size_t, written_attribute::most_numbers> all{};
    std::size_t rank = 0;

    constexpr void add(std::size_t extent) { all[rank++] = extent; }
};

struct written_value {
    label name{};
    forms form = forms::flat;
    static constexpr std::size_t most_axes = written_attribute::most_numbers - 1;
    std::array<std::size_t, most_axes> extents{}; // in the network
    std::size_t rank = 0;

    constexpr std::size_t size() const {
        std::size_t all = 1;
        for (std::size_t i = 0; i < rank; ++i)
            all *= extents[i];
        return all;
    }
    constexpr std::size_t channels() const { return extents[rank - 1]; }
    constexpr std::size_t places() const { return size() / channels(); }
    // The dimension that has the channels.
    constexpr std::int64_t channels_dimension() const {
        return form == forms::flat || form == forms::channels_first
                   ? 1
                   : static_cast<std::int64_t>(rank);
    }
    // The dimension that has the steps, of a sequence in one of `any_steps`.
    constexpr std::int64_t steps_dimension() const { return form == forms::steps_first ? 0 : 1; }
    // Its dimensions without the batch.
    constexpr written_extents extents_in_file() const {
        written_extents made;
        if (form == forms::flat)
            made.add(size());
        if (form == forms::channels_first)
            made.add(channels());
        for (std::size_t i = 0; form != forms::flat && i < rank; ++i)
            if (form != forms::channels_first || i + 1 < rank)
                made.add(extents[i]);
        if (form == forms::steps_first) // [steps, 1, numbers]
            made = {{extents[0], 1, channels()}, 3};
        return made;
    }
    // Where the network has the number that the file has at this index.
    constexpr std::size_t index_in_network(std::size_t index) const {
        return form == forms::channels_first ? index % places() * channels() + index / places()
                                             : index;
    }
};

// Writes the nodes and weights of a graph in the order of the layers. `value` is the one that they have reached.
class graph_writer {
public:
    written_value value{};
    std::size_t layer = 0; // counts those of branches too; names of weights begin with it

    // values: how many nodes the graph has, where that is known: the last one gives "output".
    constexpr graph_writer(message_writer& to, std::size_t values) : to_{to}, last_value_{values} {}

    constexpr std::size_t value_count() const { return value_count_; }

    // A node from these values to a new one, with which the next node goes on.
    template <std::size_t Operands>
    constexpr void node(text_view operator_name, label const (&operands)[Operands]) {
        add_node(operator_name, operands, Operands, nullptr, 0, 0);
    }
    template <std::size_t Operands, std::size_t Attributes>
    constexpr void node(text_view operator_name, label const (&operands)[Operands],
                        written_attribute const (&attributes)[Attributes]) {
        add_node(operator_name, operands, Operands, attributes, Attributes, 0);
    }
    // The first `count` attributes; the new value is the node's output of this index.
    template <std::size_t Operands>
    constexpr void node(text_view operator_name, label const (&operands)[Operands],
                        written_attribute const* attributes, std::size_t count,
                        std::size_t output = 0) {
        add_node(operator_name, operands, Operands, attributes, count, output);
    }

    // Weights of this layer, whose numbers value_at(index) gives.
    template <class Number, class ValueAt>
    constexpr label weights(text_view name, written_extents const& extents,
                            ValueAt const& value_at) {
        label const made("", layer, name);
        std::size_t count = 1;
        for (std::size_t i = 0; i < extents.rank; ++i)
            count *= extents.all[i];
        to_.message(5, [&](message_writer& m) {
            for (std::size_t i = 0; i < extents.rank; ++i)
                m.number(1, extents.all[i]);
            m.number(2, number_type<Number>);
            m.text(8, made);
            m.numbers<Number>(9, count, value_at);
        });
        return made;
    }
    // One number, of no dimensions.
    template <class Number>
    constexpr label constant(Number number) {
        return numbers(&number, 1, false);
    }
    template <class Number>
    constexpr label list(Number const* all, std::size_t count) {
        return numbers(all, count, true);
    }

    // The input or output of the graph, which is the value.
    template <class Number>
    constexpr void end(unsigned field) {
        to_.message(field, [&](message_writer& m) {
            m.text(1, value.name);
            m.message(2, [&](message_writer& type) {
                type.message(1, [&](message_writer& tensor) {
                    tensor.number(1, number_type<Number>);
                    tensor.message(2, [&](message_writer& shape) { write_shape(shape); });
                });
            });
        });
    }

    // Brings the value into another form.
    constexpr void become(forms wanted) {
        if (wanted == forms::any_steps)
            wanted = value.form == forms::steps_first ? forms::steps_first : forms::as_network;
        if (value.rank < 2 || wanted == forms::any || value.form == wanted) {
            return;
        } else if (value.form == forms::flat) {
            reshape();
            become(wanted);
        } else if (wanted == forms::flat) {
            become(forms::as_network);
            node("Flatten", {value.name}, {written_attribute::of("axis", std::int64_t{1})});
            value.form = forms::flat;
        } else if (value.form != forms::as_network && wanted != forms::as_network) {
            become(forms::as_network);
            become(wanted);
        } else {
            transpose(wanted == forms::as_network ? value.form : wanted,
                      wanted == forms::as_network);
            value.form = wanted;
        }
    }
    // Gives the value these extents, the numbers being in the network's order.
    template <class Shape>
    constexpr void take_shape() {
        value.rank = Shape::rank;
        for (std::size_t i = 0; i < Shape::rank; ++i)
            value.extents[i] = Shape::extents[i];
    }

    // Flat numbers get the value's extents.
    constexpr void reshape() {
        std::array<std::int64_t, written_attribute::most_numbers> dimensions{};
        for (std::size_t i = 0; i < value.rank; ++i)
            dimensions[i + 1] = static_cast<std::int64_t>(value.extents[i]);
        node("Reshape",
             {value.name, list(dimensions.data(), value.rank + 1)}); // (0 is the batch, as is)
        value.form = value.rank > 1 ? forms::as_network : forms::flat;
    }

private:
    template <class Number>
    constexpr label numbers(Number const* all, std::size_t count, bool is_list) {
        ++constant_count_;
        label const made("constant", constant_count_, "");
        to_.message(5, [&](message_writer& m) {
            if (is_list)
                m.number(1, count);
            m.number(2, number_type<Number>);
            m.text(8, made);
            m.numbers<Number>(9, count, [&](std::size_t i) { return all[i]; });
        });
        return made;
    }

    template <class Number>
    static constexpr std::uint64_t number_type = std::is_same_v<Number, float>    ? 1
                                                 : std::is_same_v<Number, double> ? 11
                                                                                  : 7;

    constexpr void add_node(text_view operator_name, label const* operands,
                            std::size_t operand_count, written_attribute const* attributes,
                            std::size_t attribute_count, std::size_t output) {
        ++value_count_;
        label const made =
            value_count_ == last_value_ ? label("output") : label("v", value_count_, "");
        to_.message(1, [&](message_writer& m) {
            for (std::size_t i = 0; i < operand_count; ++i)
                m.text(1, operands[i]);
            for (std::size_t i = 0; i < output; ++i)
                m.text(2, "");
            m.text(2, made);
            m.text(4, operator_name);
            for (std::size_t i = 0; i < attribute_count; ++i)
                m.message(5, [&](message_writer& a) { attributes[i].write(a); });
        });
        value.name = made;
    }

    // From the network's order to that one, or back.
    constexpr void transpose(forms form, bool back) {
        std::array<std::int64_t, written_attribute::most_numbers> order{};
        auto const dimensions = static_cast<std::int64_t>(value.rank) + 1;
        if (form == forms::steps_first) {
            order = {1, 0, 2};
        } else {
            // [0, last, 1, 2 ...] and [0, 2, 3 ..., 1]
            for (std::int64_t i = 1; i < dimensions; ++i) {
                std::int64_t const before = i == 1 ? dimensions - 1 : i - 1;
                std::int64_t const after = i + 1 == dimensions ? 1 : i + 1;
                order[static_cast<std::size_t>(i)] = back ? after : before;
            }
        }
        node("Transpose", {value.name},
             {written_attribute::of("perm", order, static_cast<std::size_t>(dimensions))});
    }

    constexpr void write_shape(message_writer& shape) const {
        auto const batch = [&] { shape.message(1, [](message_writer& m) { m.text(2, "batch"); }); };
        auto const extent = [&](std::size_t size) {
            shape.message(1, [&](message_writer& m) { m.number(1, size); });
        };
        batch();
        written_extents const all = value.extents_in_file();
        for (std::size_t i = 0; i < all.rank; ++i)
            extent(all.all[i]);
    }

    message_writer& to_;
    std::size_t last_value_;
    std::size_t value_count_ = 0;
    std::size_t constant_count_ = 0;
};

} // namespace ctnn::onnx::detail
