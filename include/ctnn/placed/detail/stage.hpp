#pragma once

#include <array>
#include <boost/hana/tuple.hpp>
#include <cstddef>
#include <ctnn/activation/identity.hpp>
#include <ctnn/concept/activation.hpp>
#include <ctnn/concept/customization.hpp>
#include <ctnn/concept/layer.hpp>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/error/diagnosis.hpp>
#include <ctnn/placed/activate.hpp>
#include <ctnn/tensor/input.hpp>
#include <type_traits>
#include <utility>

// How a topology becomes types: stage I is layer I bound to the output shape of stage I - 1.

namespace ctnn::detail {

namespace hana = boost::hana;

template <std::size_t Index, class T>
struct indexed {
    using type = T;
};
template <class Indices, class... T>
struct indexed_pack;
template <std::size_t... Index, class... T>
struct indexed_pack<std::index_sequence<Index...>, T...> : indexed<Index, T>... {};

template <std::size_t Index, class T>
indexed<Index, T> pick(indexed<Index, T> const&);

} // namespace ctnn::detail

namespace ctnn::detail {
CTNN_ARITHMETIC_BEGIN

template <class Scalar, class Input, class... Layers>
struct topology {
    using scalar = Scalar;
    using layers = indexed_pack<std::index_sequence_for<Layers...>, Layers...>;
    static constexpr std::size_t depth = sizeof...(Layers);
    using input_shape = typename Input::shape;
};

CTNN_ARITHMETIC_END
} // namespace ctnn::detail

namespace ctnn::detail {

// An activation among the layers means `activate` of it.
template <class Layer, class Scalar>
struct as_layer {
    using type = Layer;
};
template <class Layer, class Scalar>
    requires concepts::activation<Layer, Scalar>
struct as_layer<Layer, Scalar> {
    using type = activate<Layer>;
};

template <class Layer>
struct activation_of {
    using type = identity;
};
template <class Layer>
    requires customization::names_an_activation<Layer>
struct activation_of<Layer> {
    using type = typename Layer::activation;
};

template <class Topology, std::size_t Index>
struct stage;

template <class Topology, std::size_t Index>
struct shape_before {
    using type = typename stage<Topology, Index - 1>::output_shape;
};
template <class Topology>
struct shape_before<Topology, 0> {
    using type = typename Topology::input_shape;
};

template <class Topology, std::size_t Index>
struct stage {
    static constexpr std::size_t index = Index;
    using input_shape = typename shape_before<Topology, Index>::type;
    static constexpr std::size_t input_size = input_shape::size;
    using scalar = typename Topology::scalar;
    using layer = typename decltype(pick<Index>(std::declval<typename Topology::layers>()))::type;
    using descriptor = typename as_layer<layer, scalar>::type;
    using bound = typename binding<descriptor, scalar, input_shape>::type;
    using output_shape = typename output_shape_of<bound>::type;
    using activation = typename activation_of<descriptor>::type;
    using parameters = typename bound::parameters;
    static constexpr std::size_t output_size = output_shape::size;
    static constexpr bool has_parameters = detail::has_parameters<parameters>;
    using input = std::array<scalar, input_size>;
    using output = std::array<scalar, output_size>;

    static constexpr bool keeps_a_record = customization::keeps_a_record<bound>;

    // It is filled before it is read, so there is no need to zero it for every sample.
    struct outcome {
        output preactivation;
        output value;

        constexpr outcome() {}
    };
    // What the forward pass keeps for the backward pass.
    struct record : record_of_layer<bound>, outcome {
        constexpr record() {}
    };
};

// The first layer that does not fit decides; later layers are ignored.
template <class Scalar, class Shape, std::size_t Index>
constexpr auto chain_diagnosis() {
    return error::none{};
}
template <class Scalar, class Shape, std::size_t Index, class Layer, class... Rest>
constexpr auto chain_diagnosis() {
    using descriptor = typename as_layer<Layer, Scalar>::type;
    using diagnosis = decltype(layer_diagnosis<Layer, descriptor, Scalar, Shape, Index>());
    if constexpr (!fits<diagnosis> || sizeof...(Rest) == 0) {
        return diagnosis{};
    } else {
        using bound = typename binding<descriptor, Scalar, Shape>::type;
        return chain_diagnosis<Scalar, typename output_shape_of<bound>::type, Index + 1, Rest...>();
    }
}

template <class Scalar, class First, class... Layers>
struct topology_diagnosis {
    using type = typename error::network_begins_with<First>::but_needs_input_of_size_first;
};
template <class Scalar, std::size_t... Extents, class... Layers>
struct topology_diagnosis<Scalar, input<Extents...>, Layers...> {
    using type = decltype(chain_diagnosis<Scalar, shape<Extents...>, 0, Layers...>());
};
template <class Scalar, std::size_t... Extents, class... Layers>
    requires(sizeof...(Extents) == 0 || (... || (Extents == 0)))
struct topology_diagnosis<Scalar, input<Extents...>, Layers...> {
    using type = error::input_of_size<0>::but_needs_at_least<1>;
};
template <class Scalar, std::size_t... Extents>
    requires(sizeof...(Extents) > 0 && (... && (Extents > 0)))
struct topology_diagnosis<Scalar, input<Extents...>> {
    using type = error::network_has_layers<0>::but_needs_at_least<1>;
};

template <class Scalar, class... Parts>
struct network_diagnosis {
    using type = typename error::network_of<Scalar>::but_needs_a_scalar;
};
template <concepts::scalar Scalar, class First, class... Layers>
struct network_diagnosis<Scalar, First, Layers...> : topology_diagnosis<Scalar, First, Layers...> {
};
template <concepts::scalar Scalar>
struct network_diagnosis<Scalar> {
    using type = error::network_has_layers<0>::but_needs_at_least<1>;
};

} // namespace ctnn::detail
