#pragma once

#include <cstddef>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/placed/detail/stage.hpp>
#include <ctnn/placed/detail/storage.hpp>
#include <ctnn/tensor/detail/members.hpp>
#include <ctnn/tensor/shape.hpp>
#include <type_traits>
#include <utility>

// The parameters of a composite layer with more than one branch of layers: a network for each, accessed as
// `layer<K>()`.

namespace ctnn::placed {
CTNN_ARITHMETIC_BEGIN

// A network's layers follow one another; these lie side by side.
template <class Scalar, class Shape, class... Branches>
struct side_by_side {
    using scalar = Scalar;
    using layers = ctnn::detail::indexed_pack<std::index_sequence_for<Branches...>, Branches...>;
    static constexpr std::size_t depth = sizeof...(Branches);
    using input_shape = Shape;
};

CTNN_ARITHMETIC_END
} // namespace ctnn::placed

namespace ctnn::detail {

template <class Scalar, class Shape, class... Branches, std::size_t Index>
struct stage<placed::side_by_side<Scalar, Shape, Branches...>, Index> {
    static constexpr std::size_t index = Index;
    using scalar = Scalar;
    using layer = typename decltype(pick<Index>(
        std::declval<typename placed::side_by_side<Scalar, Shape, Branches...>::layers>()))::type;
    using parameters = typename layer::template on<Scalar, Shape>;
    using bound = stage;
    static constexpr bool has_parameters = parameters::parameter_count > 0;
};

} // namespace ctnn::detail

namespace ctnn::placed {
CTNN_ARITHMETIC_BEGIN

template <class Scalar, class Shape, class... Branches>
struct branch_parameters : ctnn::detail::storage_for<side_by_side<Scalar, Shape, Branches...>> {
    using topology = side_by_side<Scalar, Shape, Branches...>;
    using ctnn::detail::storage_for<topology>::storage_for;
    using ctnn::detail::storage_for<topology>::parameters;

    using scalar = Scalar;
    template <std::size_t Index>
    using stage = ctnn::detail::stage<topology, Index>;
    using stages = typename ctnn::detail::stages_of<topology>::stages;
    static constexpr std::size_t depth = topology::depth;
    static constexpr std::size_t parameter_count =
        ctnn::detail::stages_of<topology>::parameter_count;

    friend constexpr bool operator==(branch_parameters const& a, branch_parameters const& b) {
        return ctnn::detail::have_equal_blocks(a, b);
    }
};

// The branches that have layers.
template <class... Networks>
struct layered {};
template <class Found, class... Rest>
struct layered_branches {
    using type = Found;
};
template <class... Found, class First, class... Rest>
struct layered_branches<layered<Found...>, First, Rest...>
    : layered_branches<
          std::conditional_t<(First::depth > 0), layered<Found..., First>, layered<Found...>>,
          Rest...> {};

// What a composite layer of these branches learns. If only one has layers, the parameters are its network.
template <class Layered, class Scalar, class Shape, class... Branches>
struct parameters_of_layered {
    using type = branch_parameters<Scalar, Shape, Branches...>;
};
template <class One, class Scalar, class Shape, class... Branches>
struct parameters_of_layered<layered<One>, Scalar, Shape, Branches...> {
    using type = One;
};
template <class Scalar, class Shape, class... Branches>
using parameters_of_branches = parameters_of_layered<
    typename layered_branches<layered<>, typename Branches::template on<Scalar, Shape>...>::type,
    Scalar, Shape, Branches...>;

CTNN_ARITHMETIC_END
} // namespace ctnn::placed
