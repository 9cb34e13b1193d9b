#pragma once

#include <array>
#include <boost/hana/at.hpp>
#include <boost/hana/tuple.hpp>
#include <cstddef>
#include <ctnn/concept/customization.hpp>
#include <ctnn/error/diagnosis.hpp>
#include <ctnn/placed/detail/given.hpp>
#include <ctnn/placed/detail/stage.hpp>
#include <ctnn/tensor/detail/members.hpp>
#include <ctnn/tensor/detail/sum_of.hpp>
#include <type_traits>
#include <utility>

namespace ctnn::detail {

template <class Topology, class Indices = std::make_index_sequence<Topology::depth>>
struct stages_of;

template <class Topology, std::size_t... Index>
struct stages_of<Topology, std::index_sequence<Index...>> {
    using stages = hana::tuple<stage<Topology, Index>...>;
    template <std::size_t Place>
    struct record {
        typename stage<Topology, Place>::record value;
    };
    // Not a Hana tuple, which would be zeroed for every sample.
    struct records : record<Index>... {
        template <std::size_t Place>
        constexpr auto& at() {
            return record<Place>::value;
        }
        template <std::size_t Place>
        constexpr auto const& at() const {
            return record<Place>::value;
        }
    };

    // Layers that only give another shape have nothing to do in inference, which goes through the others.
    static constexpr std::array<bool, sizeof...(Index)> computes{
        !customization::passes_on<typename stage<Topology, Index>::bound>...};
    // How many of these there are before a layer, and the index of one of them.
    static constexpr std::size_t place_of(std::size_t index) {
        std::size_t place = 0;
        for (std::size_t i = 0; i < index; ++i)
            place += std::size_t{computes[i]};
        return place;
    }
    static constexpr std::size_t index_at(std::size_t place) {
        std::size_t index = 0;
        while (!computes[index] || place-- > 0)
            ++index;
        return index;
    }
    template <std::size_t... Place>
    static hana::tuple<stage<Topology, index_at(Place)>...>
        computing(std::index_sequence<Place...>);
    using computing_stages =
        decltype(computing(std::make_index_sequence<place_of(sizeof...(Index))>{}));

    static constexpr std::array<std::size_t, sizeof...(Index)> counts{
        count_scalars<typename Topology::scalar, typename stage<Topology, Index>::parameters>()...};
    static constexpr std::size_t parameter_count = sum_of(
        count_scalars<typename Topology::scalar, typename stage<Topology, Index>::parameters>()...);
    // Layers without parameters are left out: two empty objects of one type would need two bytes.
    static constexpr std::size_t slot_count = sum_of(std::size_t{counts[Index] > 0}...);

    static constexpr std::size_t slot_of(std::size_t index) {
        std::size_t slot = 0;
        for (std::size_t i = 0; i < index; ++i)
            slot += std::size_t{counts[i] > 0};
        return slot;
    }
    static constexpr std::size_t index_of(std::size_t slot) {
        std::size_t index = 0;
        while (counts[index] == 0 || slot-- > 0)
            ++index;
        return index;
    }
};

template <std::size_t Index, std::size_t Depth>
using index_diagnosis = std::conditional_t<
    (Index < Depth), error::none,
    typename error::layer_index<Index>::template is_beyond_a_network_of_layers<Depth>>;

template <std::size_t Count, std::size_t Needed>
using layers_diagnosis =
    typename error::network_gets_parameters_of_layers<Count>::template but_needs_those_of<Needed>;

// The parameters of all layers, read and written by their index, and the constructor that takes one pair of braces for
// each.
template <class Topology, class Slots, class AllButOne>
struct storage;

template <class Topology, std::size_t... Slot, std::size_t... ButOne>
struct storage<Topology, std::index_sequence<Slot...>, std::index_sequence<ButOne...>> {
    using shape = stages_of<Topology>;
    template <std::size_t S>
    using stage_in = stage<Topology, shape::index_of(S)>;
    template <std::size_t S>
    using given_in = typename given_for<
        stage_in<S>,
        std::make_index_sequence<count_members<typename stage_in<S>::parameters>()>>::type;

    static constexpr std::size_t slot_count = sizeof...(Slot);
    using braces_of_layer = given_to_no_layer<typename Topology::scalar>;

    hana::tuple<typename stage_in<Slot>::parameters...> parameters{};

    constexpr storage() = default;
    constexpr storage(given_in<Slot> const&... layers) requires(sizeof...(Slot) > 0)
        : parameters{layers.parameters...} {}

    template <class... Numbers,
              class Diagnosis = typename error::network_gets_numbers_without_braces<sizeof...(
                  Numbers)>::template but_needs_braces_for_layers<sizeof...(Slot)>>
        requires(sizeof...(Slot) > 0 && are_numbers<typename Topology::scalar, Numbers...>)
    constexpr storage(Numbers const&...) = delete;

    // One pair of braces too few, one too many.
    template <class Diagnosis = layers_diagnosis<sizeof...(ButOne), sizeof...(Slot)>>
    constexpr storage(repeated<ButOne, braces_of_layer const&>...) requires(sizeof...(ButOne) >
                                                                            0) = delete;
    template <class Diagnosis = layers_diagnosis<sizeof...(Slot) + 1, sizeof...(Slot)>>
    constexpr storage(repeated<Slot, braces_of_layer const&>..., braces_of_layer const&) = delete;

    template <std::size_t Index>
    constexpr decltype(auto) layer() {
        return layer_of<Index>(parameters);
    }
    template <std::size_t Index>
    constexpr decltype(auto) layer() const {
        return layer_of<Index>(parameters);
    }

private:
    template <std::size_t Index, class Parameters>
    static constexpr decltype(auto) layer_of(Parameters& all) {
        using diagnosis = index_diagnosis<Index, Topology::depth>;
        if constexpr (!fits<diagnosis>) {
            static_assert(fits<diagnosis>);
            return layer_of<0>(all); // so that compilers do not also complain about its members
        } else if constexpr (!stage<Topology, Index>::has_parameters)
            return typename stage<Topology, Index>::parameters{};
        else
            return hana::at_c<shape::slot_of(Index)>(all);
    }
};

template <class Topology, std::size_t Slots = stages_of<Topology>::slot_count>
using storage_for = storage<Topology, std::make_index_sequence<Slots>,
                            std::make_index_sequence<(Slots > 0 ? Slots - 1 : 0)>>;

} // namespace ctnn::detail
