#pragma once

#include <array>
#include <cstddef>
#include <ctnn/export/detail/byte_writer.hpp>
#include <ctnn/export/parameters/detail/module_numbers.hpp>
#include <ctnn/export/parameters/detail/named_tensor.hpp>
#include <ctnn/import/parameters/detail/needed_layers.hpp>
#include <ctnn/import/parameters/detail/parameter_options.hpp>
#include <ctnn/import/parameters/detail/parameter_plan.hpp>
#include <ctnn/text/text_view.hpp>

namespace ctnn::detail {

// The tensors of a network, as PyTorch names and shapes them. Names are the layers' that are given, or the numbers of
// modules. Without tables it only counts.
class tensor_namer {
public:
    constexpr tensor_namer(text_view const* names, std::size_t const* numbers)
        : names_{names}, numbers_{numbers} {}
    constexpr tensor_namer(text_view const* names, std::size_t const* numbers, char* letters,
                           named_tensor* tensors)
        : names_{names}, numbers_{numbers}, to_{letters}, tensors_{tensors} {}

    constexpr std::size_t letters() const { return to_.size(); }
    constexpr std::size_t count() const { return count_; }

    constexpr void add_layer(needed_layer const& layer) {
        using enum imported_layers;
        if (!layer.is_backward)
            ++named_;
        switch (layer.layer) {
        case recurrent:
            return add_recurrent(layer);
        case prelu:
            return add(layer, "weight", {layer.outputs}, 1);
        case batch_norm:
            for (text_view const role :
                 std::array<text_view, 4>{"weight", "bias", "running_mean", "running_var"})
                add(layer, role, {layer.outputs}, 1);
            return;
        case dense:
            add(layer, "weight", {layer.outputs, layer.inputs}, 2);
            return add(layer, "bias", {layer.outputs}, 1);
        default: {
            dimensions shape{layer.outputs, layer.inputs};
            for (std::size_t a = 0; a < layer.rank; ++a)
                shape[2 + a] = layer.kernel[a];
            add(layer, "weight", shape, 2 + layer.rank);
            return add(layer, "bias", {layer.outputs}, 1);
        }
        }
    }

private:
    using dimensions = decltype(named_tensor::dimensions);

    constexpr void add_recurrent(needed_layer const& layer) {
        std::size_t const rows =
            layer.outputs * (layer.cell == imported_recurrent::cells::lstm         ? 4
                             : layer.cell == imported_recurrent::cells::simple_rnn ? 1
                                                                                   : 3);
        add(layer, "weight_ih", {rows, layer.inputs}, 2);
        add(layer, "weight_hh", {rows, layer.outputs}, 2);
        add(layer, "bias_ih", {rows}, 1);
        add(layer, "bias_hh", {rows}, 1);
    }
    // A list repeats the name of a module for each of its levels.
    constexpr std::size_t level() const {
        std::size_t found = 0;
        for (std::size_t i = 0; names_ != nullptr && i + 1 < named_; ++i)
            found += names_[i] == names_[named_ - 1];
        return found;
    }
    constexpr void add(needed_layer const& layer, text_view role, dimensions const& shape,
                       std::size_t rank) {
        std::size_t const first = to_.size();
        if (names_ == nullptr)
            to_.decimal(numbers_[named_ - 1]);
        else
            to_.text(names_[named_ - 1]);
        if (to_.size() > first)
            to_.put('.');
        to_.text(role);
        if (layer.layer == imported_layers::recurrent) {
            to_.text("_l");
            to_.decimal(level());
            if (layer.is_backward)
                to_.text("_reverse");
        }
        if (tensors_ != nullptr)
            tensors_[count_] = {first, to_.size() - first, rank, shape};
        ++count_;
    }

    text_view const* names_;
    std::size_t const* numbers_;
    byte_writer to_{};
    named_tensor* tensors_ = nullptr;
    std::size_t named_ = 0;
    std::size_t count_ = 0;
};

template <class Network>
constexpr void name_tensors(tensor_namer& to) {
    for (std::size_t i = 0; i < layer_needs_of<Network>.count; ++i)
        to.add_layer(needed_layers<Network>[i]);
}
template <class Network, class Names>
inline constexpr tensor_namer counted_tensors = [] {
    tensor_namer counted(parameter_options<Names>::given_names(), module_numbers<Network>.data());
    name_tensors<Network>(counted);
    return counted;
}();

template <std::size_t Letters, std::size_t Tensors>
struct tensor_table {
    std::array<char, Letters> letters{};
    std::array<named_tensor, Tensors> all{};
};
template <class Network, class Names>
inline constexpr auto tensor_table_of = [] {
    constexpr tensor_namer const& counted = counted_tensors<Network, Names>;
    tensor_table<counted.letters() + 1, counted.count() + 1> made;
    tensor_namer to(parameter_options<Names>::given_names(), module_numbers<Network>.data(),
                    made.letters.data(), made.all.data());
    name_tensors<Network>(to);
    return made;
}();
template <class Network, class Names>
constexpr named_tensors tensors_of_network() {
    constexpr auto const& table = tensor_table_of<Network, Names>;
    return {table.letters.data(), table.all.data(), table.all.size() - 1,
            sizeof(typename Network::scalar)};
}

} // namespace ctnn::detail
