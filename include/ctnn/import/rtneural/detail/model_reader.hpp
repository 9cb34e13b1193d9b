#pragma once

#include <array>
#include <cstddef>
#include <ctnn/import/detail/imported_step.hpp>
#include <ctnn/import/detail/layers/recurrent.hpp>
#include <ctnn/import/detail/parameter_block.hpp>
#include <ctnn/import/detail/window_sizes.hpp>
#include <ctnn/import/rtneural/detail/layer_record.hpp>
#include <ctnn/import/rtneural/problem.hpp>
#include <ctnn/text/text_view.hpp>

namespace ctnn::rtneural::detail {

using ctnn::detail::imported_activation;
using ctnn::detail::imported_activations;
using ctnn::detail::imported_layers;
using ctnn::detail::imported_step;
using ctnn::detail::parameter_block;

// Turns the layers of a file into steps, one after the other. Weights lie in the file as they do in the network: Keras has
// them in this order too.
class model_reader {
public:
    using kinds = problem::kinds;
    using shape = std::array<std::size_t, problem::most_dimensions>;

    constexpr model_reader(imported_step* steps, std::size_t capacity, std::size_t inputs)
        : steps_{steps}, capacity_{capacity}, width_{inputs} {}

    problem found{};

    constexpr std::size_t count() const { return count_; }
    constexpr std::size_t width() const { return width_; } // of what the last layer gives

    constexpr imported_step* add(imported_layers layer) {
        if (count_ == capacity_) {
            refuse(kinds::file_has_more_layers_than_the_network);
            return nullptr;
        }
        steps_[count_] = {};
        steps_[count_].layer = layer;
        return steps_ + count_++;
    }
    // False if there is a problem.
    constexpr bool read(layer_record const& layer) {
        layer_ = &layer;
        found.layer = index_++;
        found.type = layer.type;
        if (layer.unread.size() > 0)
            return refuse_setting(layer.unread);
        imported_activation activation;
        if (!find_activation(activation))
            return refuse(kinds::layer_has_an_activation_that_is_not_read, layer.activation);
        if (is("dense") || is("time-distributed-dense"))
            return read_dense(activation);
        if (is("conv1d"))
            return read_conv1d(activation);
        if (is("activation"))
            return read_activation(activation);
        // The others have none, or the one that RTNeural always computes.
        bool const is_recurrent = is("lstm") || is("gru");
        if (layer.activation.size() > 0 &&
            !(is_recurrent && activation.kind == imported_activations::tanh))
            return refuse(kinds::layer_has_an_activation_that_is_not_read, layer.activation);
        if (is("lstm"))
            return read_recurrent(ctnn::detail::imported_recurrent::cells::lstm, 4);
        if (is("gru"))
            return read_recurrent(ctnn::detail::imported_recurrent::cells::gru, 3);
        if (is("prelu"))
            return read_prelu();
        if (is("batchnorm"))
            return read_batch_norm();
        return refuse(kinds::layer_is_not_read);
    }

private:
    constexpr bool is(text_view type) const { return layer_->type == type; }
    constexpr bool refuse(kinds kind, text_view setting = {}) {
        found.kind = kind;
        found.setting = setting;
        return false;
    }
    constexpr bool refuse_setting(text_view setting) {
        return refuse(kinds::layer_has_a_setting_that_is_not_read, setting);
    }
    constexpr bool refuse_counts(kinds kind, std::size_t got, std::size_t needed) {
        found.found[0] = got;
        found.needed[0] = needed;
        return refuse(kind);
    }

    constexpr bool find_activation(imported_activation& to) const {
        text_view const name = layer_->activation;
        if (name.size() == 0)
            return true;
        struct named {
            text_view name;
            imported_activation value;
        };
        for (named const& one : {named{"tanh", {imported_activations::tanh}},
                                 named{"relu", {imported_activations::relu}},
                                 named{"sigmoid", {imported_activations::sigmoid}},
                                 named{"softmax", {imported_activations::softmax}},
                                 named{"elu", {imported_activations::elu, 1}}})
            if (name == one.name) {
                to = one.value;
                return true;
            }
        return false;
    }

    // --- Weights ---

    constexpr bool has_weights(std::size_t count) {
        return layer_->weight_count == count ||
               refuse_counts(kinds::layer_has_another_count_of_weights, layer_->weight_count,
                             count);
    }
    constexpr bool has_shape(std::size_t tensor, std::size_t rank, shape const& needed) {
        json_tensor const& one = layer_->weights[tensor];
        found.tensor = tensor;
        if (!one.is_regular)
            return refuse(kinds::weights_have_rows_of_several_lengths);
        if (one.rank == rank && one.dimensions == needed)
            return true;
        found.found_rank = one.rank;
        found.found = one.dimensions;
        found.needed_rank = rank;
        found.needed = needed;
        return refuse(kinds::weights_have_another_shape);
    }
    // Rows of so many numbers from one of an array on.
    static constexpr void put(imported_step& to, json_tensor const& from, std::size_t skipped,
                              std::size_t rows, std::size_t size) {
        parameter_block& made = to.blocks[to.block_count++];
        made.source = parameter_block::sources::doubles;
        made.first = (from.first + skipped) * made.number_size();
        made.extents = {1, 1, 1, rows, size};
        made.strides = {0, 0, 0, size, 1};
    }
    static constexpr void put_all(imported_step& to, float number, std::size_t count) {
        parameter_block& made = to.blocks[to.block_count++];
        made.constant = number;
        made.extents[parameter_block::rank - 1] = count;
    }
    constexpr json_tensor const& weights(std::size_t index) const { return layer_->weights[index]; }

    // --- Types of layers ---

    constexpr bool read_dense(imported_activation activation) {
        std::size_t const inputs = width_, outputs = layer_->outputs;
        bool const has_biases = layer_->weight_count != 1;
        if (!has_weights(has_biases ? 2 : 1) || !has_shape(0, 2, {inputs, outputs}) ||
            (has_biases && !has_shape(1, 1, {outputs})))
            return false;
        imported_step* const made = add(imported_layers::dense);
        if (made == nullptr)
            return false;
        made->activation = activation;
        made->sizes[0] = outputs;
        put(*made, weights(0), 0, inputs, outputs);
        if (has_biases)
            put(*made, weights(1), 0, 1, outputs);
        else
            put_all(*made, 0, outputs);
        width_ = outputs;
        return true;
    }

    // A step of it needs only steps before, so its padding is causal.
    constexpr bool read_conv1d(imported_activation activation) {
        std::size_t const outputs = layer_->outputs, groups = layer_->groups;
        if (groups == 0 || width_ % groups != 0 || outputs % groups != 0)
            return refuse_setting("groups");
        if (layer_->dilation == 0 || layer_->dilation == json_reader::no_integer)
            return refuse_setting("dilation");
        if (layer_->kernel == 0 || layer_->kernel == json_reader::no_integer)
            return refuse_setting("kernel_size");
        std::size_t const inputs = width_ / groups;
        if (!has_weights(2) || !has_shape(0, 3, {layer_->kernel, inputs, outputs}) ||
            !has_shape(1, 1, {outputs}))
            return false;
        imported_step* const made = add(imported_layers::conv1d);
        if (made == nullptr)
            return false;
        made->activation = activation;
        ctnn::detail::window_sizes sizes;
        sizes.outputs = outputs;
        sizes.rank = 1;
        sizes.kernel[0] = layer_->kernel;
        sizes.strides[0] = 1;
        sizes.dilation[0] = layer_->dilation;
        sizes.padding = ctnn::detail::window_paddings::causal;
        sizes.groups = groups;
        made->sizes = sizes.packed();
        put(*made, weights(0), 0, layer_->kernel * inputs, outputs);
        put(*made, weights(1), 0, 1, outputs);
        width_ = outputs;
        return true;
    }

    constexpr bool read_recurrent(ctnn::detail::imported_recurrent::cells cell, std::size_t gates) {
        std::size_t const units = layer_->outputs;
        bool const is_gru = cell == ctnn::detail::imported_recurrent::cells::gru;
        if (!has_weights(3) || !has_shape(0, 2, {width_, gates * units}) ||
            !has_shape(1, 2, {units, gates * units}) ||
            !(is_gru ? has_shape(2, 2, {2, gates * units}) : has_shape(2, 1, {gates * units})))
            return false;
        imported_step* const made = add(imported_layers::recurrent);
        if (made == nullptr)
            return false;
        ctnn::detail::imported_recurrent const layer{units, cell};
        static_cast<ctnn::detail::imported_signature&>(*made) = layer.signature();
        put(*made, weights(0), 0, width_, gates * units);
        put(*made, weights(1), 0, units, gates * units);
        put(*made, weights(2), 0, 1, gates * units);
        if (is_gru)
            put(*made, weights(2), gates * units, 1, gates * units);
        width_ = units;
        return true;
    }

    constexpr bool keeps_the_width() {
        return layer_->outputs == width_ ||
               refuse_counts(kinds::layer_states_another_size, layer_->outputs, width_);
    }
    constexpr bool read_activation(imported_activation activation) {
        if (!has_weights(0) || !keeps_the_width())
            return false;
        imported_step* const made = add(imported_layers::activation);
        if (made != nullptr)
            made->activation = activation;
        return made != nullptr;
    }

    // A slope for each number, or one for all.
    constexpr bool read_prelu() {
        if (!has_weights(1) || !keeps_the_width())
            return false;
        bool const is_for_all = weights(0).dimensions[1] == 1;
        if (!has_shape(0, 2, {1, is_for_all ? 1 : width_}))
            return false;
        imported_step* const made = add(imported_layers::prelu);
        if (made == nullptr)
            return false;
        put(*made, weights(0), 0, 1, width_);
        if (is_for_all)
            made->blocks[0].strides = {};
        return true;
    }

    constexpr bool read_batch_norm() {
        bool const is_affine = layer_->weight_count != 2;
        if (!layer_->has_epsilon)
            return refuse_setting("epsilon");
        if (!has_weights(is_affine ? 4 : 2) || !keeps_the_width())
            return false;
        for (std::size_t i = 0; i < layer_->weight_count; ++i)
            if (!has_shape(i, 1, {width_}))
                return false;
        imported_step* const made = add(imported_layers::batch_norm);
        if (made == nullptr)
            return false;
        made->setting = layer_->epsilon;
        if (!is_affine) {
            put_all(*made, 1, width_);
            put_all(*made, 0, width_);
        }
        for (std::size_t i = 0; i < layer_->weight_count; ++i)
            put(*made, weights(i), 0, 1, width_);
        return true;
    }

    imported_step* steps_;
    std::size_t capacity_;
    std::size_t count_ = 0;
    std::size_t width_;
    std::size_t index_ = 0;
    layer_record const* layer_ = nullptr;
};

} // namespace ctnn::rtneural::detail
