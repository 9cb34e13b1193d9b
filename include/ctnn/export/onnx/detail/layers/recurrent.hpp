#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <ctnn/export/onnx/detail/written_layer.hpp>
#include <ctnn/import/detail/layers/recurrent.hpp>
#include <ctnn/text/text_view.hpp>

namespace ctnn::onnx::detail {

using ctnn::detail::imported_recurrent;

// GRU, LSTM and RNN: weights [directions][gates * units][inputs], recurrent weights [directions][gates * units][units],
// biases of both [directions][2 * gates * units]. Their gates are z, r, n and i, o, f, g, and in the layers z, r, n and i,
// f, g, o.
template <imported_recurrent::cells Cell>
struct written_cell {
    using cells = imported_recurrent::cells;
    static constexpr text_view operator_name = [] {
        if constexpr (Cell == cells::lstm)
            return text_view("LSTM");
        else
            return text_view(Cell == cells::simple_rnn ? "RNN" : "GRU");
    }();
    static constexpr std::size_t gates = Cell == cells::lstm         ? 4
                                         : Cell == cells::simple_rnn ? 1
                                                                     : 3;
    static constexpr std::array<std::size_t, 4> order =
        Cell == cells::lstm ? std::array<std::size_t, 4>{0, 3, 1, 2}
                            : std::array<std::size_t, 4>{0, 1, 2, 3};

    // The column of the layer's weights that is this row of the file's.
    static constexpr std::size_t column(std::size_t row, std::size_t units) {
        return order[row / units] * units + row % units;
    }
    template <class Parameters>
    static constexpr auto weight(Parameters const& p, std::size_t row, std::size_t input,
                                 std::size_t units) {
        return p.weights.values.data()[input * gates * units + column(row, units)];
    }
    template <class Parameters>
    static constexpr auto recurrent_weight(Parameters const& p, std::size_t row, std::size_t unit,
                                           std::size_t units) {
        if constexpr (Cell == cells::gru_that_resets_before)
            return row < 2 * units
                       ? p.recurrent_weights.values.data()[unit * 2 * units + row]
                       : p.candidate_weights.values.data()[unit * units + row - 2 * units];
        else
            return p.recurrent_weights.values.data()[unit * gates * units + column(row, units)];
    }
    // The file adds up two biases: where the layer has one, the other is -0, to which any number adds without a change.
    template <class Parameters>
    static constexpr auto bias(Parameters const& p, std::size_t row, std::size_t units) {
        std::size_t const rows = gates * units;
        if constexpr (Cell == cells::gru)
            return row < rows ? p.biases.data()[row] : p.recurrent_biases.data()[row - rows];
        else
            return row < rows ? p.biases.data()[column(row, units)]
                              : -static_cast<decltype(+p.biases.data()[0])>(0);
    }
};

template <imported_activations Kind>
inline constexpr text_view recurrent_activation_name = ""; // none has that name
template <>
inline constexpr text_view recurrent_activation_name<imported_activations::sigmoid> = "Sigmoid";
template <>
inline constexpr text_view recurrent_activation_name<imported_activations::tanh> = "Tanh";
template <>
inline constexpr text_view recurrent_activation_name<imported_activations::relu> = "Relu";
template <>
inline constexpr text_view recurrent_activation_name<imported_activations::softsign> = "Softsign";
template <>
inline constexpr text_view recurrent_activation_name<imported_activations::softplus> = "Softplus";
template <>
inline constexpr text_view recurrent_activation_name<imported_activations::hard_sigmoid> =
    "HardSigmoid";

// The names of a node's activations, and the settings of those that have some.
struct recurrent_activations {
    written_attribute::list<text_view> names{};
    written_attribute::list<float> alphas{}, betas{};
    std::size_t count = 0, settings = 0;

    constexpr void add(text_view name) {
        names[count++] = name;
        if (name == recurrent_activation_name<imported_activations::hard_sigmoid>) {
            alphas[settings] = static_cast<float>(1.0 / 6);
            betas[settings++] = 0.5f;
        }
    }
};

template <>
struct written_layer<imported_layers::recurrent> {
    static constexpr forms takes = forms::steps_first;

    template <class Stage>
    static constexpr imported_recurrent
        layer = imported_recurrent::of(described_stage<Stage>::signature);
    template <class Stage>
    static constexpr text_view gate_name = recurrent_activation_name<layer<Stage>.gate>;
    template <class Stage>
    static constexpr text_view squash_name = recurrent_activation_name<layer<Stage>.squash>;
    template <class Stage>
    static constexpr bool is_written = Stage::input_shape::rank == 2 &&
                                       gate_name<Stage>.size() > 0 && squash_name<Stage>.size() > 0;
    template <class Stage>
    static constexpr std::size_t directions =
        layer<Stage>.direction == imported_recurrent::directions::forward ? 1 : 2;
    template <class Stage>
    using cell = written_cell<layer<Stage>.cell>;

    template <class Stage>
    static constexpr void write(graph_writer& to, typename Stage::parameters const& p) {
        using bound = typename Stage::bound;
        if constexpr (directions<Stage> == 1)
            write_node<Stage>(to, std::array{&p});
        else // (of the direction backward, the first layer is reversed_steps)
            write_node<Stage>(to, std::array{&bound::template part<0>(p).template layer<0>(),
                                             &bound::template part<1>(p).template layer<1>()});
    }

private:
    template <class Stage>
    static constexpr recurrent_activations activations = [] {
        using cells = imported_recurrent::cells;
        recurrent_activations made;
        for (std::size_t d = 0; d < directions<Stage>; ++d) {
            if (layer<Stage>.cell != cells::simple_rnn)
                made.add(gate_name<Stage>);
            made.add(squash_name<Stage>);
            if (layer<Stage>.cell == cells::lstm)
                made.add(squash_name<Stage>);
        }
        return made;
    }();

    template <class Stage, class Parameters>
    static constexpr void write_node(graph_writer& to,
                                     std::array<Parameters const*, directions<Stage>> const& all) {
        using scalar = typename Stage::scalar;
        constexpr std::size_t units = layer<Stage>.units, rows = cell<Stage>::gates * units;
        std::size_t const inputs = to.value.channels();
        label const weights = to.weights<scalar>(
            ".weights", {{directions<Stage>, rows, inputs}, 3}, [&](std::size_t i) {
                return cell<Stage>::weight(*all[i / inputs / rows], i / inputs % rows, i % inputs,
                                           units);
            });
        label const recurrent_weights = to.weights<scalar>(
            ".recurrent_weights", {{directions<Stage>, rows, units}, 3}, [&](std::size_t i) {
                return cell<Stage>::recurrent_weight(*all[i / units / rows], i / units % rows,
                                                     i % units, units);
            });
        label const biases =
            to.weights<scalar>(".biases", {{directions<Stage>, 2 * rows}, 2}, [&](std::size_t i) {
                return cell<Stage>::bias(*all[i / (2 * rows)], i % (2 * rows), units);
            });
        using attribute = written_attribute;
        constexpr recurrent_activations used = activations<Stage>;
        attribute attributes[6]{attribute::of("hidden_size", static_cast<std::int64_t>(units)),
                                attribute::of("direction", directions<Stage> == 1
                                                               ? text_view("forward")
                                                               : text_view("bidirectional")),
                                attribute::of("activations", used.names, used.count)};
        std::size_t count = 3;
        if (layer<Stage>.cell == imported_recurrent::cells::gru)
            attributes[count++] = attribute::of("linear_before_reset", std::int64_t{1});
        if (used.settings > 0) {
            attributes[count++] = attribute::of("activation_alpha", used.alphas, used.settings);
            attributes[count++] = attribute::of("activation_beta", used.betas, used.settings);
        }
        constexpr bool takes_last =
            layer<Stage>.direction == imported_recurrent::directions::both_to_the_last_step;
        to.node(cell<Stage>::operator_name, {to.value.name, weights, recurrent_weights, biases},
                attributes, count, takes_last ? 1 : 0);
        if constexpr (takes_last)
            join_last_steps(to);
        else if constexpr (directions<Stage> == 2)
            join_directions(to);
        else // [steps, 1, batch, units]
            to.node("Squeeze", {to.value.name, to.list(&one, 1)});
    }

    using dimensions = written_attribute::list<std::int64_t>;
    // [steps, 2, batch, units], to [steps, batch, 2 units].
    static constexpr void join_directions(graph_writer& to) {
        to.node("Transpose", {to.value.name},
                {written_attribute::of("perm", dimensions{0, 2, 1, 3}, 4)});
        constexpr std::int64_t joined[]{0, 0, -1};
        to.node("Reshape", {to.value.name, to.list(joined, 3)});
    }
    // The last of each direction: [2, batch, units], to [batch, 2 units].
    static constexpr void join_last_steps(graph_writer& to) {
        to.node("Transpose", {to.value.name},
                {written_attribute::of("perm", dimensions{1, 0, 2}, 3)});
        to.node("Flatten", {to.value.name}, {written_attribute::of("axis", one)});
        to.value.form = forms::flat;
    }
    static constexpr std::int64_t one = 1;
};

} // namespace ctnn::onnx::detail
