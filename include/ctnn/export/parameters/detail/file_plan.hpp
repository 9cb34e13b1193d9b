#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <ctnn/export/detail/byte_writer.hpp>
#include <ctnn/export/parameters/detail/file_frame.hpp>
#include <ctnn/export/parameters/detail/npz_frame.hpp>
#include <ctnn/export/parameters/detail/safetensors_frame.hpp>
#include <ctnn/export/parameters/detail/tensors_of_network.hpp>
#include <ctnn/import/detail/imported_step.hpp>
#include <ctnn/import/parameters/detail/needed_layers.hpp>
#include <ctnn/import/parameters/detail/parameter_options.hpp>
#include <ctnn/import/parameters/detail/placed_tensors.hpp>
#include <ctnn/math/is_finite.hpp>
#include <ctnn/tensor/detail/members.hpp>
#include <type_traits>

namespace ctnn::detail {

// How long a file is, and where the numbers of each tensor begin.
template <std::size_t Tensors>
struct file_places {
    std::size_t size = 0;
    std::array<std::size_t, Tensors> first{};
};
template <class Network, class Format, class Names>
inline constexpr auto places_in_file = [] {
    constexpr std::size_t tensor_count = tensor_table_of<Network, Names>.all.size();
    named_tensors const tensors = tensors_of_network<Network, Names>();
    file_places<tensor_count> made;
    byte_writer counted;
    file_frame<Format>::write(counted, tensors, made.first.data());
    made.size = counted.size();
    return made;
}();

// Where the file has each layer's parameters, as import/ finds them there: what is written is read again.
template <std::size_t Layers>
struct written_places {
    std::array<imported_step, Layers + 1> steps{};
    bool are_found = false;
};
template <class Network, class Format, class Names>
inline constexpr auto parameters_in_file = [] {
    constexpr std::size_t tensor_count = tensor_table_of<Network, Names>.all.size();
    named_tensors const tensors = tensors_of_network<Network, Names>();
    constexpr std::size_t count = layer_needs_of<Network>.count;
    std::array<stored_tensor, tensor_count> stored{};
    tensor_list list{stored.data(), stored.size()};
    for (std::size_t i = 0; i < tensors.count; ++i) {
        stored_tensor one;
        one.name = tensors.name_of(i);
        one.rank = tensors.all[i].rank;
        one.dimensions = tensors.all[i].dimensions;
        one.type = std::is_same_v<typename Network::scalar, float>
                       ? stored_tensor::numbers::floats
                       : stored_tensor::numbers::doubles;
        one.first = places_in_file<Network, Format, Names>.first[i];
        one.set_strides(places_in_file<Network, Format, Names>.size);
        list.add(one);
    }
    written_places<count> made;
    placed_tensors placed(list, parameter_options<Names>::given_names(), false);
    for (std::size_t i = 0; i < count; ++i)
        placed.next(needed_layers<Network>[i], made.steps[i]);
    made.are_found = placed.are_all_used();
    return made;
}();

// Puts numbers, one after the other, where a file has them. Where it adds up two arrays of biases, the other one is -0, to
// which any number adds without a change.
template <class Number>
class number_placer {
public:
    constexpr number_placer(char* file, imported_step const* steps) : file_{file}, step_{steps} {}

    constexpr bool are_finite() const { return are_finite_; }

    constexpr void put(Number number) {
        are_finite_ = are_finite_ && math::is_finite(number);
        parameter_block const& to = step_->blocks[block_];
        constexpr std::size_t last = parameter_block::rank - 1;
        place_ = index_ % to.extents[last] == 0 ? to.first + to.place(index_) * sizeof(Number)
                                                : place_ + to.strides[last] * sizeof(Number);
        put_at(place_, number);
        if (to.added != 0)
            put_at(place_ + to.added, -Number(0));
        if (++index_ == to.size()) {
            index_ = 0;
            if (++block_ == step_->block_count) {
                block_ = 0;
                ++step_;
            }
        }
    }

private:
    constexpr void put_at(std::size_t place, Number number) {
        using bits = std::conditional_t<sizeof(Number) == 4, std::uint32_t, std::uint64_t>;
        byte_writer(file_ + place).little_endian(__builtin_bit_cast(bits, number), sizeof(Number));
    }

    char* file_;
    imported_step const* step_;
    std::size_t block_ = 0;
    std::size_t index_ = 0;
    std::size_t place_ = 0;
    bool are_finite_ = true;
};

// The whole file. Whether all numbers are finite.
template <class Format, class Names, class Network>
constexpr bool write_parameter_file(char* file, Network const& net) {
    constexpr std::size_t tensor_count = tensor_table_of<Network, Names>.all.size();
    named_tensors const tensors = tensors_of_network<Network, Names>();
    constexpr auto const& places = places_in_file<Network, Format, Names>;
    constexpr auto const& parameters = parameters_in_file<Network, Format, Names>;
    byte_writer to(file);
    std::array<std::size_t, tensor_count> again{};
    file_frame<Format>::write(to, tensors, again.data());
    number_placer<typename Network::scalar> numbers(file, parameters.steps.data());
    for_each_block(
        [&numbers](auto block) {
            for (std::size_t i = 0; i < decltype(block)::size; ++i)
                numbers.put(block.data[i]);
        },
        net);
    file_frame<Format>::finish(file, tensors, places.first.data());
    return numbers.are_finite();
}

} // namespace ctnn::detail
