#pragma once

#include <cstddef>
#include <ctnn/activation/identity.hpp>
#include <ctnn/activation/log_softmax.hpp>
#include <ctnn/activation/sigmoid.hpp>
#include <ctnn/activation/softmax.hpp>
#include <ctnn/concept/customization.hpp>
#include <ctnn/concept/detail/named_is_valid.hpp>
#include <ctnn/concept/loss.hpp>
#include <ctnn/concept/output_bounds.hpp>
#include <ctnn/error/diagnosis.hpp>
#include <ctnn/placed/activate.hpp>
#include <ctnn/placed/has_windows.hpp>
#include <type_traits>
#include <utility>

namespace ctnn::detail {

// The stage whose activation makes the outputs: the identity as a layer of its own changes nothing.
template <class Network, std::size_t Index = Network::depth - 1>
constexpr auto output_stage() {
    using here = typename Network::template stage<Index>;
    if constexpr (Index > 0 && std::is_same_v<typename here::descriptor, activate<identity>>)
        return output_stage<Network, Index - 1>();
    else
        return std::type_identity<here>{};
}

// What a layer says of its outputs, or its activation does. The identity after a layer that is not affine
// says nothing: it is the layer that would have to.
template <class Stage>
constexpr auto bounds_of() {
    using descriptor = typename Stage::descriptor;
    if constexpr (customization::states_bounds<descriptor>)
        return descriptor::bounds;
    else if constexpr (requires {
                           requires customization::states_bounds<typename descriptor::activation>;
                       }) {
        if constexpr (customization::has_windows<typename Stage::bound> ||
                      !std::is_same_v<typename descriptor::activation, identity>)
            return descriptor::activation::bounds;
    }
}
template <class Stage>
concept states_bounds = !std::is_void_v<decltype(bounds_of<Stage>())>;

template <class Stage>
constexpr bool gives_a_constant = [] {
    if constexpr (customization::may_be_constant<typename Stage::activation, Stage::output_size>)
        return Stage::activation::template is_constant<Stage::output_size>;
    else
        return false;
}();

// The depth where there is none.
template <class Network>
constexpr std::size_t first_constant_stage = [
]<std::size_t... Index>(std::index_sequence<Index...>) {
    std::size_t first = Network::depth, index = 0;
    ((first = first == Network::depth && gives_a_constant<typename Network::template stage<Index>>
                  ? index
                  : first,
      ++index),
     ...);
    return first;
}
(std::make_index_sequence<Network::depth>{});

template <class Network, class Loss>
constexpr bool has_other_outputs = [] {
    if constexpr (customization::counts_outputs<Loss>)
        return Loss::outputs != Network::output_size;
    else
        return false;
}();

template <class Network, class Loss, class Activation>
concept goes_with =
    concepts::loss_fused_with<Loss, Activation, typename Network::scalar, Network::output_size>;

// The same of the range of its outputs.
template <class Network, class Loss>
constexpr auto range_diagnosis() {
    using stage = typename decltype(output_stage<Network>())::type;
    if constexpr (!states_bounds<stage>) {
        return error::none{};
    } else {
        using layer = error::layer<stage::index, typename stage::layer>;
        if constexpr (customization::takes_logits<Loss> &&
                      output_bounds{0, 1}.contains(bounds_of<stage>())) {
            return typename layer::template gives_probabilities_but_logits_are_for<
                Loss>::use_the_loss_without_from_logits_or_end_without_an_activation{};
        } else if constexpr (!customization::states_a_domain<Loss>) {
            return error::none{};
        } else {
            using beyond = typename layer::template gives_outputs_beyond_the_domain_of<Loss>;
            if constexpr (Loss::domain.contains(bounds_of<stage>()))
                return error::none{};
            else if constexpr (goes_with<Network, Loss, softmax> &&
                               customization::gives_log_probabilities<typename stage::activation>)
                return typename beyond::end_with_softmax_or_use_negative_log_likelihood{};
            else if constexpr (goes_with<Network, Loss, softmax>)
                return typename beyond::end_with_softmax{};
            else if constexpr (goes_with<Network, Loss, log_softmax>)
                return typename beyond::end_with_log_softmax{};
            else if constexpr (goes_with<Network, Loss, sigmoid>)
                return typename beyond::end_with_sigmoid{};
            else
                return typename beyond::end_with_an_activation_whose_bounds_are_inside_it{};
        }
    }
}

// Whether a network can learn by a loss, or why it cannot.
template <class Network, class Loss>
constexpr auto loss_diagnosis() {
    using scalar = typename Network::scalar;
    constexpr std::size_t constant = first_constant_stage<Network>;
    if constexpr (has_other_outputs<Network, Loss>) {
        return typename error::loss_of_type<Loss>::template takes_outputs<
            Loss::outputs>::template but_the_network_has<Network::output_size>{};
    } else if constexpr (!concepts::loss<Loss, scalar, Network::output_size>) {
        return
            typename error::loss_of_type<Loss>::lacks_value_and_derivative_of_output_and_target{};
    } else if constexpr (!customization::checks_its_settings<Loss> && names_is_valid<Loss>) {
        return typename error::loss_of_type<
            Loss>::has_an_is_valid_that_is_no_const_function_giving_a_bool{};
    } else if constexpr (requires { Loss::takes_vectors; }) {
        return typename error::loss_of_type<
            Loss>::has_a_takes_vectors_that_is_no_template_of_an_activation{};
    } else if constexpr (constant < Network::depth) {
        using stage = typename Network::template stage<constant>;
        return typename error::layer<constant, typename stage::layer>::
            template has_an_activation_that_is_constant_with_outputs<
                stage::output_size>::use_sigmoid_or_more_outputs{};
    } else if constexpr (Network::output_size == 1 && customization::compares_classes<Loss>) {
        using stage = typename decltype(output_stage<Network>())::type;
        return typename error::layer<
            stage::index, typename stage::layer>::template is_one_class_and_always_right_for<Loss>::
            use_binary_cross_entropy_or_an_output_for_each_class{};
    } else {
        return range_diagnosis<Network, Loss>();
    }
}

} // namespace ctnn::detail
