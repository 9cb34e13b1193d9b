#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <cstddef>
#include <ctnn/concept/scalar.hpp>
#include <ctnn/error/diagnosis.hpp>
#include <ctnn/placed/moved.hpp>
#include <ctnn/tensor/detail/steps.hpp>
#include <type_traits>

namespace ctnn::placed {

template <class Shape>
struct last_of_steps {
    using input_shape = Shape;
    using output_shape = typename tensor::steps_of<Shape>::step;
    static constexpr std::size_t run = output_shape::size;
    static constexpr bool repeats = false, pads = false;

    static constexpr std::size_t source(std::size_t j) {
        return Shape::size - output_shape::size + j;
    }
};

} // namespace ctnn::placed

namespace ctnn {

/// The last step of a sequence. After a recurrent layer, it sums up the whole sequence: Keras' layers give it without
/// `return_sequences`.
///
/// Shape:    Steps x a step -> a step.
/// Gradient: dL/dv goes to the last step, and 0 to the others.
/// Cost:     a copy of a step.
/// Errors:   a row as the input does not compile.
/// Example:  tests/layer/last_step.cpp
struct last_step {
    static constexpr char const* name = "last_step";
    using step_layer = void; // of one step nothing is left out

    template <class At, class Shape>
    using diagnosis = std::conditional_t<
        (Shape::rank >= 2), error::none,
        typename At::template gets_an_input_of_shape<Shape>::but_needs_a_sequence_of_steps>;

    template <concepts::scalar Scalar, class Shape>
    using bound = placed::moved<Scalar, placed::last_of_steps<Shape>>;
};

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
