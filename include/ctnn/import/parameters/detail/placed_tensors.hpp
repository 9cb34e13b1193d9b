#pragma once

#include <array>
#include <cstddef>
#include <ctnn/import/detail/imported_step.hpp>
#include <ctnn/import/parameters/detail/needed_layer.hpp>
#include <ctnn/import/parameters/detail/stored_tensor.hpp>
#include <ctnn/import/parameters/detail/tensor_name.hpp>
#include <ctnn/import/parameters/parameter_file_problem.hpp>
#include <ctnn/text/text_view.hpp>

namespace ctnn::detail {

// Finds the tensors of one layer after the other, as PyTorch names and shapes them, and says in which order a layer has
// their numbers.
class placed_tensors {
public:
    using kinds = parameter_file_problem::kinds;
    using dimensions = std::array<std::size_t, stored_tensor::most_dimensions>;

    // With `names`, those are the layers; without, they are in the order of their numbers.
    constexpr placed_tensors(tensor_list& list, text_view const* names, bool takes_16_bits)
        : list_{list}, names_{names}, takes_16_bits_{takes_16_bits} {
        if (list.found != kinds::none)
            found.kind = list.found;
        else if (names == nullptr && !have_an_order())
            found.kind = kinds::names_have_no_order;
    }

    parameter_file_problem found{};

    // False if there is a problem.
    constexpr bool next(needed_layer const& layer, imported_step& to) {
        if (found)
            return false;
        to = {};
        found = {};
        found.layer = layer.index;
        is_backward_ = layer.is_backward;
        if (!is_backward_ && !go_to_next_layer())
            return refuse(kinds::layer_is_missing);
        found.layer_name = current_.name;
        switch (layer.layer) {
        case imported_layers::dense:
            return place_dense(layer, to);
        case imported_layers::batch_norm:
            return place_batch_norm(layer, to);
        case imported_layers::prelu:
            return place_prelu(layer, to);
        case imported_layers::recurrent:
            return place_recurrent(layer, to);
        default:
            return place_windows(layer, to);
        }
    }
    // After the last layer: whether each tensor is used.
    constexpr bool are_all_used() {
        for (std::size_t i = 0; i < list_.count && !found; ++i) {
            stored_tensor const& one = list_.tensors[i];
            // (PyTorch counts the batches of a training.)
            if (!one.is_used && tensor_name(one.name).role != "num_batches_tracked") {
                found = {};
                found.tensor = one.name;
                refuse(kinds::tensor_is_not_used);
            }
        }
        return !found;
    }

private:
    constexpr bool refuse(kinds kind) {
        found.kind = kind;
        return false;
    }

    // --- Which layer is next ---

    constexpr bool have_an_order() const {
        for (std::size_t i = 1; i < list_.count; ++i)
            if (!have_same_words(tensor_name(list_.tensors[0].name).layer.name,
                                 tensor_name(list_.tensors[i].name).layer.name))
                return false;
        return true;
    }
    constexpr bool go_to_next_layer() {
        if (names_ != nullptr) {
            current_ = {names_[given_], 0};
            for (std::size_t i = 0; i < given_; ++i)
                current_.level += names_[i] == current_.name;
            ++given_;
            return true;
        }
        file_layer const before = current_;
        bool any = false;
        for (std::size_t i = 0; i < list_.count; ++i) {
            file_layer const one = tensor_name(list_.tensors[i].name).layer;
            if ((given_ == 0 || compare(before, one) < 0) && (!any || compare(one, current_) < 0)) {
                current_ = one;
                any = true;
            }
        }
        ++given_;
        return any;
    }

    // --- Tensors of the layer ---

    constexpr stored_tensor* find(text_view role) const {
        for (std::size_t i = 0; i < list_.count; ++i) {
            tensor_name const one(list_.tensors[i].name);
            if (one.is_reverse == is_backward_ && one.layer.level == current_.level &&
                one.role == role && one.layer.name == current_.name)
                return list_.tensors + i;
        }
        return nullptr;
    }
    // One of this shape.
    constexpr stored_tensor const* need(text_view role, std::size_t rank, dimensions const& shape) {
        stored_tensor* const one = find(role);
        if (one == nullptr) {
            found.tensor = role;
            refuse(kinds::tensor_is_missing);
            return nullptr;
        }
        found.tensor = one->name;
        found.found_rank = one->rank;
        found.found = one->dimensions;
        found.needed_rank = rank;
        found.needed = shape;
        if (!one->is_readable())
            refuse(kinds::tensor_has_numbers_that_are_not_read);
        else if (one->has_16_bits() && !takes_16_bits_)
            refuse(kinds::tensor_has_numbers_of_16_bits);
        else if (one->rank != rank || one->dimensions != shape)
            refuse(kinds::tensor_has_another_shape);
        if (found)
            return nullptr;
        one->is_used = true;
        return one;
    }

    static constexpr void add(imported_step& to, parameter_block const& block) {
        to.blocks[to.block_count++] = block;
    }
    static constexpr parameter_block all(float number, std::size_t count) {
        parameter_block made;
        made.constant = number;
        made.extents[parameter_block::rank - 1] = count;
        return made;
    }
    // A row of numbers in their order, or all the same where the file has none.
    constexpr bool add_row(imported_step& to, text_view role, std::size_t count,
                           bool is_optional = false, float otherwise = 0) {
        if (is_optional && find(role) == nullptr) {
            add(to, all(otherwise, count));
            return true;
        }
        stored_tensor const* const one = need(role, 1, {count});
        if (one == nullptr)
            return false;
        parameter_block made = one->block();
        made.extents[parameter_block::rank - 1] = count;
        made.strides[parameter_block::rank - 1] = one->strides[0];
        add(to, made);
        return true;
    }

    // --- Kinds of layers ---

    constexpr bool place_dense(needed_layer const& layer, imported_step& to) {
        stored_tensor const* const weights = need("weight", 2, {layer.outputs, layer.inputs});
        if (weights == nullptr)
            return false;
        constexpr std::size_t last = parameter_block::rank - 1;
        parameter_block made = weights->block();
        put_axes(layer, weights->strides[1], last, made);
        made.extents[last] = layer.outputs;
        made.strides[last] = weights->strides[0];
        add(to, made);
        return add_row(to, "bias", layer.outputs, true);
    }
    // The loop over a layer's inputs, before extent `end`.
    static constexpr void put_axes(needed_layer const& layer, std::size_t stride, std::size_t end,
                                   parameter_block& to) {
        for (std::size_t i = 0; i < layer.axis_count; ++i) {
            to.extents[end - layer.axis_count + i] = layer.axes[i].extent;
            to.strides[end - layer.axis_count + i] = layer.axes[i].stride * stride;
        }
    }

    // [outputs][channels of a group][places...].
    constexpr bool place_windows(needed_layer const& layer, imported_step& to) {
        dimensions shape{layer.outputs, layer.inputs};
        for (std::size_t a = 0; a < layer.rank; ++a)
            shape[2 + a] = layer.kernel[a];
        stored_tensor const* const weights = need("weight", 2 + layer.rank, shape);
        if (weights == nullptr)
            return false;
        parameter_block made = weights->block();
        for (std::size_t a = 0; a < layer.rank; ++a) {
            made.extents[1 + a] = layer.kernel[a];
            made.strides[1 + a] = weights->strides[2 + a];
        }
        made.extents[3] = layer.inputs;
        made.strides[3] = weights->strides[1];
        made.extents[4] = layer.outputs;
        made.strides[4] = weights->strides[0];
        add(to, made);
        return add_row(to, "bias", layer.outputs, true);
    }

    constexpr void put_in_order(needed_layer const& layer, parameter_block& to) const {
        if (layer.axis_count > 0 && to.source != parameter_block::sources::constant) {
            std::size_t const stride = to.strides[parameter_block::rank - 1];
            put_axes(layer, stride, parameter_block::rank, to);
        }
    }
    constexpr bool place_batch_norm(needed_layer const& layer, imported_step& to) {
        std::size_t const count = layer.outputs;
        if (!add_row(to, "weight", count, true, 1) || !add_row(to, "bias", count, true) ||
            !add_row(to, "running_mean", count) || !add_row(to, "running_var", count))
            return false;
        for (std::size_t b = 0; b < to.block_count; ++b)
            put_in_order(layer, to.blocks[b]);
        return true;
    }
    // A slope for each channel, or one for all of them.
    constexpr bool place_prelu(needed_layer const& layer, imported_step& to) {
        stored_tensor const* const one = find("weight");
        bool const is_for_all = one != nullptr && one->rank == 1 && one->dimensions[0] == 1;
        if (!add_row(to, "weight", is_for_all ? 1 : layer.outputs))
            return false;
        if (is_for_all) {
            to.blocks[0].extents[parameter_block::rank - 1] = layer.outputs;
            to.blocks[0].strides[parameter_block::rank - 1] = 0;
        } else {
            put_in_order(layer, to.blocks[0]);
        }
        return true;
    }

    // PyTorch has gates in the order r, z, n and i, f, g, o, the layers in the order z, r, n and i, f, g, o.
    struct gates {
        std::size_t count;
        decltype(parameter_block::order) order;
    };
    static constexpr gates gates_of(imported_recurrent::cells cell) {
        return cell == imported_recurrent::cells::lstm  ? gates{4, {0, 1, 2, 3}}
               : cell == imported_recurrent::cells::gru ? gates{3, {1, 0, 2}}
                                                        : gates{1, {}};
    }
    constexpr bool add_gates(needed_layer const& layer, imported_step& to, text_view role,
                             std::size_t rows) {
        gates const cell = gates_of(layer.cell);
        stored_tensor const* const one = need(role, 2, {cell.count * layer.outputs, rows});
        if (one == nullptr)
            return false;
        parameter_block made = one->block();
        made.extents = {1, 1, rows, cell.count, layer.outputs};
        made.strides = {0, 0, one->strides[1], one->strides[0] * layer.outputs, one->strides[0]};
        made.order = cell.order;
        made.is_ordered = true;
        add(to, made);
        return true;
    }
    constexpr bool add_biases(needed_layer const& layer, imported_step& to) {
        gates const cell = gates_of(layer.cell);
        std::size_t const count = cell.count * layer.outputs;
        bool const are_sums = layer.cell != imported_recurrent::cells::gru;
        if (find("bias_ih") == nullptr && find("bias_hh") == nullptr) {
            add(to, all(0, count));
            if (!are_sums)
                add(to, all(0, count));
            return true;
        }
        stored_tensor const* const input = need("bias_ih", 1, {count});
        stored_tensor const* const state = input == nullptr ? nullptr : need("bias_hh", 1, {count});
        if (state == nullptr)
            return false;
        auto const block_of = [&](stored_tensor const& one) {
            parameter_block made = one.block();
            made.extents = {1, 1, 1, cell.count, layer.outputs};
            made.strides = {0, 0, 0, one.strides[0] * layer.outputs, one.strides[0]};
            made.order = cell.order;
            made.is_ordered = true;
            return made;
        };
        if (!are_sums) {
            add(to, block_of(*input));
            add(to, block_of(*state));
            return true;
        }
        if (input->type != state->type || input->strides != state->strides ||
            input->first == state->first)
            return refuse(kinds::tensor_has_numbers_that_are_not_read);
        bool const is_input_first = input->first < state->first;
        parameter_block made = block_of(is_input_first ? *input : *state);
        made.added = is_input_first ? state->first - input->first : input->first - state->first;
        add(to, made);
        return true;
    }
    constexpr bool place_recurrent(needed_layer const& layer, imported_step& to) {
        return add_gates(layer, to, "weight_ih", layer.inputs) &&
               add_gates(layer, to, "weight_hh", layer.outputs) && add_biases(layer, to);
    }

    tensor_list& list_;
    text_view const* names_;
    bool takes_16_bits_;
    std::size_t given_ = 0; // layers so far
    file_layer current_{};
    bool is_backward_ = false;
};

} // namespace ctnn::detail
