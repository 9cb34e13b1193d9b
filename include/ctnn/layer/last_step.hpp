#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <array>
#include <cstddef>
#include <ctnn/concept/scalar.hpp>
#include <ctnn/error/diagnosis.hpp>
#include <ctnn/tensor/detail/steps.hpp>
#include <type_traits>

namespace ctnn {

/// The last step of a sequence, which after a layer that remembers is what it makes of the whole sequence. As Keras'
/// layers give without `return_sequences`.
///
/// Shape:    Steps x what a step is -> what a step is.
/// Gradient: dL/dv goes to the last step, and 0 to the others.
/// Cost:     a copy of a step.
/// Errors:   a row as the input does not make a network.
/// Example:  tests/layer/last_step.cpp
struct last_step {
    static constexpr char const* name = "last_step";
    using step_layer = void; // of one step nothing is left out

    template <class At, class Shape>
    using diagnosis = std::conditional_t<
        (Shape::rank >= 2), error::none,
        typename At::template gets_an_input_of_shape<Shape>::but_needs_a_sequence_of_steps>;

    template <concepts::scalar Scalar, class Shape>
    struct bound {
        using output_shape = typename tensor::steps_of<Shape>::step;
        static constexpr std::size_t steps = tensor::steps_of<Shape>::count;
        static constexpr std::size_t multiply_adds = 0;
        static constexpr bool only_compares = true;
        using input_type = std::array<Scalar, Shape::size>;
        using output_type = std::array<Scalar, output_shape::size>;

        struct parameters {
            friend constexpr bool operator==(parameters, parameters) = default;
        };

        static constexpr output_type forward(parameters, input_type const& x) {
            return tensor::step_at<output_shape::size>(x, steps - 1);
        }
        static constexpr input_type backward(parameters, input_type const&, output_type const& dv) {
            input_type dx{};
            tensor::put_step(dv, steps - 1, dx);
            return dx;
        }
    };
};

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
