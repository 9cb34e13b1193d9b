#pragma once

#include <cstddef>
#include <ctnn/concept/activation.hpp>
#include <ctnn/concept/customization.hpp>
#include <ctnn/concept/layer.hpp>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/error/diagnosis.hpp>
#include <ctnn/placed/branch.hpp>
#include <ctnn/placed/composite.hpp>
#include <ctnn/placed/detail/stage.hpp>
#include <ctnn/placed/is_activate.hpp>
#include <ctnn/placed/shortcut.hpp>
#include <ctnn/tensor/detail/steps.hpp>
#include <type_traits>

// From the layers of a network over sequences to those of its twin, which gets one step at a time. A layer says what it
// is on one step (`step_layer`). One that keeps a state or acts on each number alone is itself, and a composite layer
// is made of what its layers are. After `last_step`, which is no layer there, numbers no longer belong to steps, and
// layers stay as they are.

namespace ctnn::placed {
CTNN_ARITHMETIC_BEGIN

// What a layer is on one step, or void; whether the numbers after it belong to steps; what is wrong with it.
template <class Layer, bool IsSequence, class Diagnosis = error::none>
struct step_layer {
    using layer = Layer;
    static constexpr bool is_sequence = IsSequence;
    using diagnosis = Diagnosis;
};

// The same of several layers.
template <class... Layers>
struct layer_list {
    using as_branch = branch<Layers...>;
};
template <>
struct layer_list<> {
    using as_branch = shortcut;
};
template <class List, class Layer>
struct with_layer;
template <class... Layers, class Layer>
struct with_layer<layer_list<Layers...>, Layer> {
    using type = layer_list<Layers..., Layer>;
};
template <class... Layers>
struct with_layer<layer_list<Layers...>, void> {
    using type = layer_list<Layers...>;
};

// A composite layer of other layers, under the same name.
template <class Layer>
struct name_of_composite {};
template <customization::has_a_name Layer>
struct name_of_composite<Layer> {
    static constexpr char const* name = Layer::name;
};
template <class Layer, template <class...> class Join, class... Branches>
struct composite_on_steps : composite<Join, Branches...>, name_of_composite<Layer> {
    using activation = typename ctnn::detail::activation_of<Layer>::type;
};

template <template <class...> class Join, class... Branches>
struct composite_parts {
    template <class Layer, class... OnSteps>
    using with = std::conditional_t<std::is_same_v<layer_list<Branches...>, layer_list<OnSteps...>>,
                                    Layer, composite_on_steps<Layer, Join, OnSteps...>>;
};
template <template <class...> class Join, class... Branches>
composite_parts<Join, Branches...> parts_of(composite<Join, Branches...> const*);
template <class Layer>
concept is_composite = requires(Layer const* layer) {
    placed::parts_of(layer);
};

template <class Chain, std::size_t Index = 0, class Layers = layer_list<>, bool IsSequence = true>
constexpr auto step_layers();

template <class At, class Stage, class Parts, std::size_t Branch = 0, bool IsSequence = true,
          class... OnSteps>
constexpr auto step_branches() {
    using layer = typename Stage::layer;
    if constexpr (Branch == Stage::bound::branch_count) {
        return step_layer<typename Parts::template with<layer, OnSteps...>, IsSequence>{};
    } else {
        using inside = decltype(step_layers<typename Stage::bound::template branch<Branch>>());
        using diagnosis = typename inside::diagnosis;
        if constexpr (!ctnn::detail::is_none<diagnosis>)
            return step_layer<layer, true, typename At::template has_layers_of_which<diagnosis>>{};
        else if constexpr (Branch > 0 && inside::is_sequence != IsSequence)
            return step_layer<layer, true, typename At::joins_steps_with_the_last_step>{};
        else
            return step_branches<At, Stage, Parts, Branch + 1, inside::is_sequence, OnSteps...,
                                 typename inside::layer::as_branch>();
    }
}

// Whether a layer keeps a state if it gets one step of a stage's input. (One that takes no step is not bound to it.)
template <class Stage, class Layer = typename Stage::layer>
constexpr bool keeps_a_state_on_steps() {
    using descriptor = typename ctnn::detail::as_layer<Layer, typename Stage::scalar>::type;
    using step = typename tensor::steps_of<typename Stage::input_shape>::step;
    using diagnosis =
        decltype(ctnn::detail::layer_diagnosis<Layer, descriptor, typename Stage::scalar, step,
                                               Stage::index>());
    if constexpr (ctnn::detail::is_none<diagnosis>)
        return customization::keeps_a_state<
            typename ctnn::detail::binding<descriptor, typename Stage::scalar, step>::type>;
    else
        return false;
}

template <class Stage, bool IsSequence>
constexpr auto step_layer_of() {
    using layer = typename Stage::layer;
    using descriptor = typename Stage::descriptor;
    using at = error::layer<Stage::index, layer>;
    if constexpr (!IsSequence) {
        if constexpr (customization::keeps_a_state<typename Stage::bound>)
            return step_layer<layer, false,
                              typename at::keeps_a_state_but_stands_after_the_last_step>{};
        else
            return step_layer<layer, false>{};
    } else if constexpr (!concepts::elementwise_activation<typename Stage::activation,
                                                           typename Stage::scalar>) {
        return step_layer<
            layer, true,
            typename at::has_an_activation_that_mixes_steps_so_write_last_step_before_it>{};
    } else if constexpr (customization::names_a_step_layer<descriptor>) {
        using on_step = typename descriptor::step_layer;
        return step_layer<on_step, !std::is_void_v<on_step>>{};
    } else if constexpr (customization::diagnoses_steps<descriptor, at>) {
        return step_layer<layer, true, typename descriptor::template step_diagnosis<at>>{};
    } else if constexpr (is_activate<descriptor>) {
        return step_layer<layer, true>{};
    } else if constexpr (is_composite<descriptor>) {
        return step_branches<at, Stage,
                             decltype(placed::parts_of(static_cast<descriptor const*>(nullptr)))>();
    } else if constexpr (keeps_a_state_on_steps<Stage>()) {
        return step_layer<layer, true>{};
    } else {
        return step_layer<
            layer, true,
            typename at::mixes_steps_so_write_over_time_of_it_or_last_step_before_it>{};
    }
}

// `layer` of the result is a list.
template <class Chain, std::size_t Index, class Layers, bool IsSequence>
constexpr auto step_layers() {
    if constexpr (Index == Chain::depth) {
        return step_layer<Layers, IsSequence>{};
    } else {
        using here = decltype(step_layer_of<typename Chain::template stage<Index>, IsSequence>());
        if constexpr (!ctnn::detail::is_none<typename here::diagnosis>)
            return step_layer<Layers, IsSequence, typename here::diagnosis>{};
        else
            return step_layers<Chain, Index + 1,
                               typename with_layer<Layers, typename here::layer>::type,
                               here::is_sequence>();
    }
}

CTNN_ARITHMETIC_END
} // namespace ctnn::placed
