#pragma once

#include <array>
#include <cstddef>
#include <ctnn/activation/identity.hpp>
#include <ctnn/import/detail/layers.hpp>
#include <ctnn/import/parameters/detail/needed_layers.hpp>
#include <ctnn/tensor/detail/for_each_index.hpp>
#include <type_traits>

namespace ctnn::detail {

// How many modules a layer would be in PyTorch's Sequential: one more for an activation that it has.
template <class Stage>
constexpr std::size_t count_modules() {
    using described = described_layer<typename Stage::layer>;
    return described::signature.layer == imported_layers::activation ||
                   described::signature.layer == imported_layers::nothing ||
                   std::is_same_v<typename described::activation, identity>
               ? 1
               : 2;
}

// The numbers of the modules with parameters, in the order of needed_layers.
struct module_counter {
    std::size_t* numbers;
    std::size_t count = 0;
    std::size_t modules = 0;

    template <class Network>
    constexpr void add() {
        if constexpr (Network::depth > 0)
            for_each_index<Network::depth>(
                [&]<std::size_t Place>(std::integral_constant<std::size_t, Place>) {
                    add_stage<typename Network::template stage<Place>>();
                });
    }

private:
    template <class Stage>
    constexpr void add_stage() {
        if constexpr (is_made_of_layers<Stage>) {
            for_each_index<Stage::bound::branch_count>(
                [&]<std::size_t K>(std::integral_constant<std::size_t, K>) {
                    add<typename Stage::bound::template branch<K>>();
                });
        } else {
            if constexpr (Stage::has_parameters)
                numbers[count++] = modules;
            modules += count_modules<Stage>();
        }
    }
};

template <class Network>
inline constexpr auto module_numbers = [] {
    std::array<std::size_t, layer_needs_of<Network>.names + 1> all{};
    module_counter to{all.data()};
    to.add<Network>();
    return all;
}();

} // namespace ctnn::detail
