#pragma once

#include <array>
#include <cstddef>
#include <ctnn/import/detail/gathered.hpp>
#include <ctnn/import/detail/parameter_block.hpp>
#include <ctnn/tensor/detail/for_each_index.hpp>
#include <ctnn/tensor/detail/members.hpp>
#include <type_traits>
#include <utility>

namespace ctnn::detail {

struct gathered_place {
    std::size_t block = 0;
    std::size_t chunk = 0;
};

// The parameters of one layer, those of blocks First, First + 1, ... of step Index.
template <class Parameters, class Scalar, auto const& Plan, std::size_t Index, std::size_t First,
          auto const&... Files>
struct gathered_layer {
    template <std::size_t B>
    using block = gathered_block<Scalar, Plan, Index, First + B, Files...>;

    template <std::size_t... B>
    static constexpr std::size_t count(std::index_sequence<B...>) {
        return (std::size_t{0} + ... + block<B>::chunks);
    }
    using blocks = std::make_index_sequence<Plan.steps[Index].block_count>;
    static constexpr std::size_t chunks = count(blocks{});

    template <std::size_t... B>
    static constexpr std::array<gathered_place, chunks> find_places(std::index_sequence<B...>) {
        std::array<gathered_place, chunks> all{};
        std::size_t found = 0;
        for (std::size_t b = 0; b < sizeof...(B); ++b)
            for (std::size_t c = 0; c < std::array{block<B>::chunks...}[b]; ++c)
                all[found++] = {b, c};
        return all;
    }
    static constexpr std::array<gathered_place, chunks> places = find_places(blocks{});

    template <std::size_t... K>
    static constexpr Parameters gather(std::index_sequence<K...>) {
        return __builtin_bit_cast(
            Parameters,
            gather_together(block<places[K].block>::template chunk<places[K].chunk>...));
    }
    static constexpr Parameters value = gather(std::make_index_sequence<chunks>{});
};

struct part_with_parameters {
    std::size_t step = 0;
    std::size_t first_block = 0;
};

// The parts of steps that have parameters, in their order.
template <auto const& Plan>
inline constexpr auto parts_with_parameters = [] {
    std::array<part_with_parameters, 2 * Plan.steps.size()> all{};
    std::size_t count = 0;
    for (std::size_t i = 0; i < Plan.count; ++i) {
        auto const& step = Plan.steps[i];
        for (std::size_t part = 0; part < step.part_count && step.block_count > 0; ++part)
            all[count++] = {i, part * step.block_count};
    }
    return all;
}();

template <class Parameters>
constexpr std::size_t count_layers_with_parameters() {
    if constexpr (holds_layers<Parameters>) {
        std::size_t count = 0;
        for_each_index<Parameters::depth>(
            [&]<std::size_t Place>(std::integral_constant<std::size_t, Place>) {
                using stage = typename Parameters::template stage<Place>;
                if constexpr (stage::has_parameters)
                    count += count_layers_with_parameters<typename stage::parameters>();
            });
        return count;
    } else {
        return 1;
    }
}

template <std::size_t Place, std::size_t Index, class Scalar, auto const& Plan,
          auto const&... Files, class Network>
constexpr void gather_stage(Network& net);

// Those of a network, or of the networks in it: Index is how many layers with parameters there are before.
template <class Parameters, std::size_t Index, class Scalar, auto const& Plan, auto const&... Files>
constexpr auto gather_parameters() {
    if constexpr (holds_layers<Parameters>) {
        Parameters net{};
        [&]<std::size_t... Place>(std::index_sequence<Place...>) {
            (gather_stage<Place, Index, Scalar, Plan, Files...>(net), ...);
        }
        (std::make_index_sequence<Parameters::depth>{});
        return net;
    } else {
        constexpr part_with_parameters from = parts_with_parameters<Plan>[Index];
        return gathered_layer<Parameters, Scalar, Plan, from.step, from.first_block,
                              Files...>::value;
    }
}
template <class Network, std::size_t Place>
constexpr std::size_t count_layers_before() {
    std::size_t count = 0;
    for_each_index<Place>([&]<std::size_t Before>(std::integral_constant<std::size_t, Before>) {
        using stage = typename Network::template stage<Before>;
        if constexpr (stage::has_parameters)
            count += count_layers_with_parameters<typename stage::parameters>();
    });
    return count;
}
template <std::size_t Place, std::size_t Index, class Scalar, auto const& Plan,
          auto const&... Files, class Network>
constexpr void gather_stage(Network& net) {
    using stage = typename Network::template stage<Place>;
    if constexpr (stage::has_parameters)
        net.template layer<Place>() =
            gather_parameters<typename stage::parameters,
                              Index + count_layers_before<Network, Place>(), Scalar, Plan,
                              Files...>();
}

template <class Network, auto const& Plan, auto const&... Files>
inline constexpr Network
    gathered_network = gather_parameters<Network, 0, typename Network::scalar, Plan, Files...>();

} // namespace ctnn::detail
