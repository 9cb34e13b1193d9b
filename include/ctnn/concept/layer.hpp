#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <array>
#include <concepts>
#include <cstddef>
#include <ctnn/concept/activation.hpp>
#include <ctnn/concept/customization.hpp>
#include <ctnn/concept/detail/with_names.hpp>
#include <ctnn/concept/scalar.hpp>
#include <ctnn/error/diagnosis.hpp>
#include <ctnn/kernel/descent.hpp>
#include <ctnn/tensor/detail/members.hpp>
#include <ctnn/tensor/shape.hpp>
#include <type_traits>

namespace ctnn {
namespace detail {

// A layer that looks at how its input is arranged binds to a shape, any other to a number of inputs.
template <class Descriptor, class Scalar, std::size_t Inputs>
concept binds_to_size = requires {
    typename Descriptor::template bound<Scalar, Inputs>;
};
template <class Descriptor, class Scalar, class Shape>
concept binds_to_shape = requires {
    typename Descriptor::template bound<Scalar, Shape>;
};

template <class Descriptor, class Scalar, class Shape>
struct binding {};
template <class Descriptor, class Scalar, class Shape>
    requires binds_to_size<Descriptor, Scalar, Shape::size>
struct binding<Descriptor, Scalar, Shape> {
    using type = typename Descriptor::template bound<Scalar, Shape::size>;
};
template <class Descriptor, class Scalar, class Shape>
    requires(!binds_to_size<Descriptor, Scalar, Shape::size> &&
             binds_to_shape<Descriptor, Scalar, Shape>)
struct binding<Descriptor, Scalar, Shape> {
    using type = typename Descriptor::template bound<Scalar, Shape>;
};

template <class Bound>
struct output_shape_of {
    using type = shape<Bound::output_size>;
};
template <customization::gives_a_shape Bound>
struct output_shape_of<Bound> {
    using type = typename Bound::output_shape;
};

// What a layer keeps from the forward pass to the backward pass, besides its input and output.
template <class Bound>
struct record_of_layer {};
template <customization::keeps_a_record Bound>
struct record_of_layer<Bound> {
    typename Bound::record kept;
};

// Why a layer cannot take a shape, or error::none. A layer with layers inside also needs the scalar, because their
// diagnoses may depend on it.
template <class At, class Descriptor, class Scalar, class Shape>
struct shape_diagnosis {
    using type = error::none;
};
template <class At, class Descriptor, class Scalar, class Shape>
    requires customization::diagnoses_shapes<Descriptor, At, Shape>
struct shape_diagnosis<At, Descriptor, Scalar, Shape> {
    using type = typename Descriptor::template diagnosis<At, Shape>;
};
template <class At, class Descriptor, class Scalar, class Shape>
    requires customization::diagnoses<Descriptor, At, Scalar, Shape>
struct shape_diagnosis<At, Descriptor, Scalar, Shape> {
    using type = typename Descriptor::template diagnosis<At, Scalar, Shape>;
};

// The same of the functions of a layer that keeps a record.
template <class Bound, class Lacks, class Input, class Output>
constexpr auto record_diagnosis() {
    using parameters = typename Bound::parameters;
    using record = typename Bound::record;
    if constexpr (!requires(parameters const& p, Input const& x, record& r) {
                      { Bound::forward(p, x, r) } -> std::same_as<Output>;
                  })
        return typename Lacks::lacks_a_static_forward_from_parameters_input_and_record{};
    else if constexpr (!requires(parameters const& p, Input const& x, record& r, Output const& dv) {
                           Bound::unwind(p, x, r, dv);
                       })
        return typename Lacks::
            lacks_a_static_unwind_from_parameters_input_record_and_output_derivative{};
    else if constexpr (!requires(parameters const& p, Input const& x, record const& r,
                                 Output const& dv) {
                           { Bound::backward(p, x, r, dv) } -> std::same_as<Input>;
                       })
        return typename Lacks::
            lacks_a_static_backward_from_parameters_input_record_and_output_derivative{};
    else if constexpr (has_parameters<parameters> &&
                       !requires(parameters & p, Input const& x, record const& r,
                                 Output const& dv) { Bound::accumulate_gradient(p, x, r, dv, p); })
        return typename Lacks::
            lacks_a_static_accumulate_gradient_from_parameters_input_record_and_output_derivative{};
    else
        return error::none{};
}

// A layer that keeps a state says what it does with it.
template <class Bound, class Input, class Output>
concept has_its_step =
    !customization::keeps_a_state<Bound> ||
    requires(typename Bound::parameters const& p, typename Bound::state& s, Input const& x) {
    { Bound::step(p, s, x) } -> std::same_as<Output>;
};

// Whether the activation that a layer names, if it names one, is none for so many numbers.
template <class Descriptor, class Scalar, std::size_t Outputs>
inline constexpr bool names_no_activation = false;
template <class Descriptor, class Scalar, std::size_t Outputs>
    requires customization::names_an_activation<Descriptor>
inline constexpr bool names_no_activation<Descriptor, Scalar, Outputs> =
    !concepts::activation<typename Descriptor::activation, Scalar, Outputs>;

// What stands where, or takes what, the library would not find.
struct layer_names {
    int initialize, update, unwind;
};
template <class Bound>
struct named_in_layer {
    using names = with_names<Bound, layer_names>;
    static constexpr bool initialize = !requires { &names::initialize; };
    static constexpr bool update = !requires { &names::update; };
    static constexpr bool unwind = !requires { &names::unwind; };
};
template <class Bound>
    requires std::is_final_v<Bound>
struct named_in_layer<Bound> {
    static constexpr bool initialize = requires { &Bound::initialize; };
    static constexpr bool update = requires { &Bound::update; };
    static constexpr bool unwind = requires { &Bound::unwind; };
};

template <class Scalar>
struct any_draw {
    constexpr Scalar operator()(std::size_t, std::size_t) const { return Scalar(0); }
};

template <class Descriptor, class Bound, class Scalar, class Input, class Output, class Lacks>
constexpr auto misplaced_diagnosis() {
    using parameters = typename Bound::parameters;
    using named = named_in_layer<Bound>;
    using namespace customization;
    if constexpr (names_an_activation<Bound> && !names_an_activation<Descriptor>)
        return typename Lacks::names_an_activation_in_bound_but_needs_it_in_the_layer{};
    else if constexpr (!keeps_a_record<Bound> && named::unwind)
        return typename Lacks::has_an_unwind_but_no_record{};
    else if constexpr (!has_parameters<parameters> || holds_layers<parameters>)
        return error::none{};
    else if constexpr (!initializes<Bound, parameters, any_draw<Scalar>> && named::initialize)
        return typename Lacks::has_an_initialize_that_does_not_take_parameters_and_draw{};
    else if constexpr (!keeps_a_record<Bound> &&
                       !updates<Bound, kernel::descent<Scalar>, Input, Output, parameters> &&
                       named::update)
        return typename Lacks::
            has_an_update_that_does_not_take_rule_input_output_derivative_parameters_and_memory{};
    else
        return error::none{};
}

// The first thing that a layer lacks, or error::none. It is layer Index of a network, which calls it Layer.
template <class Layer, class Descriptor, class Scalar, class Shape, std::size_t Index>
constexpr auto layer_diagnosis() {
    using on_shape =
        typename shape_diagnosis<error::layer<Index, Layer>, Descriptor, Scalar, Shape>::type;
    using lacks = typename error::layer<Index, Layer>::template with_inputs<Shape::size, Scalar>;
    if constexpr (!is_none<on_shape>) {
        return on_shape{};
    } else if constexpr (!requires { typename binding<Descriptor, Scalar, Shape>::type; }) {
        return typename lacks::lacks_a_bound_template_over_scalar_and_input_size{};
    } else {
        using bound = typename binding<Descriptor, Scalar, Shape>::type;
        using input = std::array<Scalar, Shape::size>;
        if constexpr (!customization::gives_a_shape<bound> && !customization::gives_a_size<bound>) {
            return typename lacks::lacks_a_static_output_size{};
        } else if constexpr (output_shape_of<bound>::type::size == 0) {
            return typename error::layer<Index, Layer>::template has_outputs<
                0>::template but_needs_at_least<1>{};
        } else if constexpr (!requires { typename bound::parameters; }) {
            return typename lacks::lacks_a_parameters_type{};
        } else if constexpr (!made_of_arrays<Scalar, typename bound::parameters>()) {
            return typename lacks::lacks_parameters_made_of_arrays_of_the_scalar{};
        } else {
            using parameters = typename bound::parameters;
            constexpr std::size_t outputs = output_shape_of<bound>::type::size;
            using output = std::array<Scalar, outputs>;
            if constexpr (!requires(parameters const& p, input const& x) {
                              { bound::forward(p, x) } -> std::same_as<output>;
                          })
                return typename lacks::lacks_a_static_forward_from_parameters_and_input{};
            else if constexpr (!has_its_step<bound, input, output>)
                return typename lacks::lacks_a_static_step_from_parameters_state_and_input{};
            else if constexpr (customization::keeps_a_record<bound>) {
                using on_record = decltype(record_diagnosis<bound, lacks, input, output>());
                if constexpr (!is_none<on_record>)
                    return on_record{};
                else if constexpr (names_no_activation<Descriptor, Scalar, outputs>)
                    return typename lacks::
                        lacks_an_activation_with_value_and_derivative_or_forward_and_backward{};
                else
                    return misplaced_diagnosis<Descriptor, bound, Scalar, input, output, lacks>();
            } else if constexpr (!requires(parameters const& p, input const& x, output const& dv) {
                                     { bound::backward(p, x, dv) } -> std::same_as<input>;
                                 })
                return typename lacks::
                    lacks_a_static_backward_from_parameters_input_and_output_derivative{};
            else if constexpr (has_parameters<parameters> &&
                               !requires(parameters & p, input const& x, output const& dv) {
                                   bound::accumulate_gradient(p, x, dv, p);
                               })
                return typename lacks::
                    lacks_a_static_accumulate_gradient_from_parameters_input_and_output_derivative{};
            else if constexpr (names_no_activation<Descriptor, Scalar, outputs>)
                return typename lacks::
                    lacks_an_activation_with_value_and_derivative_or_forward_and_backward{};
            else
                return misplaced_diagnosis<Descriptor, bound, Scalar, input, output, lacks>();
        }
    }
}

} // namespace detail

namespace concepts {

/// A layer: an empty descriptor whose `bound<Scalar, Inputs>` gives it a scalar and a number of inputs, or
/// whose `bound<Scalar, Shape>` gives it a `shape` of them. Bound, it has an `output_size` or an
/// `output_shape`, a `parameters` aggregate of arrays (std::array or matrix, at most
/// four), and static functions: `forward(parameters, x)` gives v, `backward(parameters, x, dv)`
/// gives dL/dx from dL/dv, and, where there are parameters,
/// `accumulate_gradient(parameters, x, dv, gradient)` adds dL/dparameters to gradient. A layer may
/// name an `activation`, which the network applies to v, and a bound layer with parameters an
/// `initialize(parameters, draw)`, where `draw(fan_in, fan_out)` gives one initial weight;
/// parameters that it leaves alone start at zero. The library's own layers use nothing else.
///
/// Shape:    Inputs numbers, or those of Shape, to bound::output_size numbers, or those of
///           bound::output_shape.
/// Gradient: backward and accumulate_gradient.
/// Cost:     that of the model.
/// Errors:   a network of something else does not compile; the message names the part missing.
/// Example:  docs/examples/own_layer.cpp
template <class Layer, class Scalar = double, std::size_t Inputs = 2>
concept layer = activation<Layer, Scalar, Inputs> ||
    (std::is_empty_v<Layer>&& std::same_as<
        decltype(detail::layer_diagnosis<Layer, Layer, Scalar, shape<Inputs>, 0>()), error::none>);

} // namespace concepts
} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
