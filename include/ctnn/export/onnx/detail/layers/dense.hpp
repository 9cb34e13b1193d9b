#pragma once

#include <cstddef>
#include <ctnn/export/onnx/detail/written_layer.hpp>

namespace ctnn::onnx::detail {

// Numbers as they lie in the network.
template <class Numbers>
struct in_order {
    Numbers const& all;

    constexpr auto operator()(std::size_t i) const { return all.data()[i]; }
};
template <class Numbers>
in_order(Numbers const&) -> in_order<Numbers>;

// Gemm(x, weights, biases) = x weights + biases
template <>
struct written_layer<imported_layers::dense> : written_in_form<forms::flat> {
    template <class Stage>
    static constexpr void write(graph_writer& to, typename Stage::parameters const& p) {
        using scalar = typename Stage::scalar;
        constexpr std::size_t inputs = Stage::input_size, outputs = Stage::output_size;
        label const weights =
            to.weights<scalar>(".weights", {{inputs, outputs}, 2}, in_order{p.weights.values});
        label const biases = to.weights<scalar>(".biases", {{outputs}, 1}, in_order{p.biases});
        to.node("Gemm", {to.value.name, weights, biases});
        to.value.form = forms::flat;
    }
};

// MatMul and Add, over the numbers of each step.
template <>
struct written_layer<imported_layers::dense_over_time> {
    static constexpr forms takes = forms::any_steps;
    template <class Stage>
    static constexpr bool is_written = Stage::input_shape::rank == 2;
    template <class Stage>
    static constexpr void write(graph_writer& to, typename Stage::parameters const& p) {
        using scalar = typename Stage::scalar;
        constexpr std::size_t inputs = Stage::input_shape::extents[1],
                              outputs = Stage::output_shape::extents[1];
        label const weights =
            to.weights<scalar>(".weights", {{inputs, outputs}, 2}, in_order{p.weights.values});
        label const biases = to.weights<scalar>(".biases", {{outputs}, 1}, in_order{p.biases});
        to.node("MatMul", {to.value.name, weights});
        to.node("Add", {to.value.name, biases});
    }
};

} // namespace ctnn::onnx::detail
