#pragma once

#include <cstddef>
#include <ctnn/concept/activation.hpp>
#include <ctnn/concept/customization.hpp>
#include <ctnn/concept/layer.hpp>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/error/diagnosis.hpp>
#include <ctnn/placed/affine.hpp>
#include <ctnn/placed/branch.hpp>
#include <ctnn/placed/composite.hpp>
#include <ctnn/placed/composite_diagnosis.hpp>
#include <ctnn/placed/detail/stage.hpp>
#include <ctnn/placed/each_step.hpp>
#include <ctnn/placed/each_step_join.hpp>
#include <ctnn/placed/is_activate.hpp>
#include <ctnn/placed/moved.hpp>
#include <ctnn/placed/passed_on.hpp>
#include <ctnn/tensor/detail/repeated_windows.hpp>
#include <ctnn/tensor/detail/steps.hpp>

// A layer that is applied to each step of a sequence is of the kind that it is on one step; `Over<Layer>` is such a
// layer.

namespace ctnn::placed {
CTNN_ARITHMETIC_BEGIN

template <class Layer, class Scalar, class Shape>
struct on_step {
    using descriptor = typename ctnn::detail::as_layer<Layer, Scalar>::type;
    using activation = typename ctnn::detail::activation_of<descriptor>::type;
    using step = typename tensor::steps_of<Shape>::step;
    using bound = typename ctnn::detail::binding<descriptor, Scalar, step>::type;
};

// Opaque,
template <template <class> class Over, class Layer, class Scalar, class Shape, class OnStep>
struct bound_over_time {
    using type = each_step<Scalar, Shape, Layer>;
    template <class>
    using diagnosis = error::none;
};
// pointwise,
template <template <class> class Over, class Layer, class Scalar, class Shape, class OnStep>
    requires is_activate<typename on_step<Layer, Scalar, Shape>::descriptor>
struct bound_over_time<Over, Layer, Scalar, Shape, OnStep> {
    using type = typename on_step<Layer, Scalar, Shape>::descriptor::template bound<Scalar, Shape>;
    template <class>
    using diagnosis = error::none;
};
// a layer that only gives another shape,
template <template <class> class Over, class Layer, class Scalar, class Shape, class Input,
          class Output>
struct bound_over_time<Over, Layer, Scalar, Shape, passed_on<Scalar, Input, Output>> {
    using type =
        passed_on<Scalar, Shape,
                  typename tensor::with_steps<tensor::steps_of<Shape>::count, Output>::type>;
    template <class>
    using diagnosis = error::none;
};
// one that moves numbers,
template <template <class> class Over, class Layer, class Scalar, class Shape, class Map>
struct bound_over_time<Over, Layer, Scalar, Shape, moved<Scalar, Map>> {
    using type = moved<Scalar, each_step_moved<Shape, Map>>;
    template <class>
    using diagnosis = error::none;
};
// affine,
template <template <class> class Over, class Layer, class Scalar, class Shape, class Windows,
          std::size_t Channels>
struct bound_over_time<Over, Layer, Scalar, Shape, affine<Scalar, Windows, Channels>> {
    using type =
        affine<Scalar, tensor::repeated_windows<tensor::steps_of<Shape>::count, Windows>, Channels>;
    template <class>
    using diagnosis = error::none;
};
// or composite.
template <template <class> class Over, class Branch>
struct branch_over_time {
    using type = Branch;
};
template <template <class> class Over, class... Layers>
struct branch_over_time<Over, branch<Layers...>> {
    using type = branch<Over<Layers>...>;
};
template <template <class> class Over, class Layer, class Scalar, class Shape, class Step,
          template <class...> class Join, class Indices, class... Branches>
struct bound_over_time<Over, Layer, Scalar, Shape,
                       composite_bound<Scalar, Step, Join, Indices, Branches...>> {
    using type =
        composite_bound<Scalar, Shape,
                        each_step_join<tensor::steps_of<Shape>::count, Join>::template type,
                        Indices, typename branch_over_time<Over, Branches>::type...>;
    template <class At>
    using diagnosis =
        decltype(branches_diagnosis<At, Scalar, Shape,
                                    typename branch_over_time<Over, Branches>::type...>());
};

template <template <class> class Over, class Layer, class Scalar, class Shape>
using over_time_of =
    bound_over_time<Over, Layer, Scalar, Shape, typename on_step<Layer, Scalar, Shape>::bound>;

template <template <class> class Over, class At, class Layer, class Scalar, class Shape>
constexpr auto over_time_diagnosis() {
    if constexpr (Shape::rank < 2) {
        return typename At::template gets_an_input_of_shape<Shape>::but_needs_a_sequence_of_steps{};
    } else {
        using step = typename tensor::steps_of<Shape>::step;
        using inside = decltype(ctnn::detail::chain_diagnosis<Scalar, step, 0, Layer>());
        if constexpr (!ctnn::detail::is_none<inside>) {
            return typename At::template has_layers_of_which<inside>{};
        } else {
            using here = on_step<Layer, Scalar, Shape>;
            if constexpr (customization::keeps_a_state<typename here::bound>)
                return typename At::has_a_layer_that_keeps_a_state_so_write_that_layer_alone{};
            else if constexpr (!concepts::elementwise_activation<typename here::activation, Scalar>)
                return typename At::
                    has_an_activation_that_mixes_numbers_but_needs_one_that_acts_on_each_alone{};
            else
                return typename over_time_of<Over, Layer, Scalar, Shape>::template diagnosis<At>{};
        }
    }
}

CTNN_ARITHMETIC_END
} // namespace ctnn::placed
