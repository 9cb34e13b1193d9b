#pragma once

#include <array>
#include <cstddef>
#include <ctnn/concept/customization.hpp>
#include <ctnn/concept/layer.hpp>
#include <ctnn/concept/scalar.hpp>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/placed/detail/layer_calls.hpp>
#include <ctnn/placed/detail/stage.hpp>
#include <ctnn/tensor/detail/add_blocks.hpp>
#include <ctnn/tensor/detail/members.hpp>
#include <ctnn/tensor/detail/steps.hpp>

// A layer of which only its functions are known, applied to each step of a sequence. The steps share its parameters. A
// gradient is summed over the steps from zero, and the sum is then added to the gradient, as placed/affine.hpp does.

namespace ctnn::placed {
CTNN_ARITHMETIC_BEGIN

template <class Step>
struct step_input {
    using shape = Step;
};

// (A layer that draws no weights must not look as if it did.)
template <class Scalar, class Bound, class Parameters = typename Bound::parameters>
struct draws_as {};
template <class Scalar, class Bound, class Parameters>
    requires customization::initializes<Bound, Parameters, ctnn::detail::any_draw<Scalar>>
struct draws_as<Scalar, Bound, Parameters> {
    template <class Draw>
    static constexpr void initialize(Parameters& p, Draw&& draw) {
        Bound::initialize(p, draw);
    }
};

template <concepts::scalar Scalar, class Shape, class Layer>
struct steps_of_layer {
    using steps = tensor::steps_of<Shape>;
    // The layer as the only one of a network whose input is a step.
    using stage =
        ctnn::detail::stage<ctnn::detail::topology<Scalar, step_input<typename steps::step>, Layer>,
                            0>;
    using bound = typename stage::bound;
    using parameters = typename stage::parameters;
    using step_type = typename stage::input;
    using step_output_type = typename stage::output;
    using output_shape =
        typename tensor::with_steps<steps::count, typename stage::output_shape>::type;
    using input_type = std::array<Scalar, Shape::size>;
    using output_type = std::array<Scalar, output_shape::size>;

    static constexpr step_type step_of_input(input_type const& x, std::size_t t) {
        return tensor::step_at<stage::input_size>(x, t);
    }
    static constexpr step_output_type step_of_output(output_type const& v, std::size_t t) {
        return tensor::step_at<stage::output_size>(v, t);
    }

    static constexpr output_type forward(parameters const& p, input_type const& x) {
        output_type v{};
        for (std::size_t t = 0; t < steps::count; ++t)
            tensor::put_step(bound::forward(p, step_of_input(x, t)), t, v);
        return v;
    }
    static constexpr std::size_t multiply_adds = [] {
        if constexpr (customization::counts_multiply_adds<bound>)
            return steps::count * bound::multiply_adds;
        else
            return steps::count * ctnn::detail::count_scalars<Scalar, parameters>();
    }();
};

// What the network sees of it.
template <concepts::scalar Scalar, class Shape, class Layer,
          class Each = steps_of_layer<Scalar, Shape, Layer>>
struct each_step : draws_as<Scalar, typename Each::bound> {
    using output_shape = typename Each::output_shape;
    using input_type = typename Each::input_type;
    using output_type = typename Each::output_type;
    using parameters = typename Each::parameters;
    static constexpr std::size_t multiply_adds = Each::multiply_adds;
    static constexpr bool only_compares = customization::only_compares<typename Each::bound>;

    static constexpr output_type forward(parameters const& p, input_type const& x) {
        return Each::forward(p, x);
    }
    static constexpr input_type backward(parameters const& p, input_type const& x,
                                         output_type const& dv) {
        input_type dx{};
        for (std::size_t t = 0; t < Each::steps::count; ++t)
            tensor::put_step(
                Each::bound::backward(p, Each::step_of_input(x, t), Each::step_of_output(dv, t)), t,
                dx);
        return dx;
    }
    static constexpr void accumulate_gradient(parameters const& p, input_type const& x,
                                              output_type const& dv, parameters& gradient) {
        if constexpr (Each::stage::has_parameters) {
            parameters sum{};
            for (std::size_t t = 0; t < Each::steps::count; ++t)
                Each::bound::accumulate_gradient(p, Each::step_of_input(x, t),
                                                 Each::step_of_output(dv, t), sum);
            ctnn::detail::add_blocks(sum, gradient);
        }
    }
};

// The same of a layer that keeps a record: one for each step.
template <concepts::scalar Scalar, class Shape, class Layer, class Each>
    requires customization::keeps_a_record<typename Each::bound>
struct each_step<Scalar, Shape, Layer, Each> : draws_as<Scalar, typename Each::bound> {
    using output_shape = typename Each::output_shape;
    using input_type = typename Each::input_type;
    using output_type = typename Each::output_type;
    using parameters = typename Each::parameters;
    static constexpr std::size_t multiply_adds = Each::multiply_adds;
    static constexpr bool only_compares = customization::only_compares<typename Each::bound>;

    struct record {
        typename Each::bound::record steps[Each::steps::count];
    };

    static constexpr output_type forward(parameters const& p, input_type const& x) {
        return Each::forward(p, x);
    }
    static constexpr output_type forward(parameters const& p, input_type const& x, record& r) {
        output_type v{};
        for (std::size_t t = 0; t < Each::steps::count; ++t)
            tensor::put_step(Each::bound::forward(p, Each::step_of_input(x, t), r.steps[t]), t, v);
        return v;
    }
    static constexpr void unwind(parameters const& p, input_type const& x, record& r,
                                 output_type const& dv) {
        for (std::size_t t = 0; t < Each::steps::count; ++t)
            Each::bound::unwind(p, Each::step_of_input(x, t), r.steps[t],
                                Each::step_of_output(dv, t));
    }
    static constexpr input_type backward(parameters const& p, input_type const& x, record const& r,
                                         output_type const& dv) {
        input_type dx{};
        for (std::size_t t = 0; t < Each::steps::count; ++t)
            tensor::put_step(Each::bound::backward(p, Each::step_of_input(x, t), r.steps[t],
                                                   Each::step_of_output(dv, t)),
                             t, dx);
        return dx;
    }
    static constexpr void accumulate_gradient(parameters const& p, input_type const& x,
                                              record const& r, output_type const& dv,
                                              parameters& gradient) {
        if constexpr (Each::stage::has_parameters) {
            parameters sum{};
            for (std::size_t t = 0; t < Each::steps::count; ++t)
                Each::bound::accumulate_gradient(p, Each::step_of_input(x, t), r.steps[t],
                                                 Each::step_of_output(dv, t), sum);
            ctnn::detail::add_blocks(sum, gradient);
        }
    }
};

CTNN_ARITHMETIC_END
} // namespace ctnn::placed
