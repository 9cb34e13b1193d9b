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
struct steps_from_the_last {
    using input_shape = Shape;
    using output_shape = Shape;
    static constexpr std::size_t run = tensor::steps_of<Shape>::step::size;
    static constexpr bool repeats = false, pads = false;

    static constexpr std::size_t source(std::size_t j) {
        return Shape::size - (j / run + 1) * run + j % run;
    }
};

} // namespace ctnn::placed

namespace ctnn {

/// The steps of a sequence in the opposite order: the last one comes first. `bidirectional` uses it.
///
/// Shape:    Steps x a step -> the same.
/// Gradient: dL/dv in the opposite order.
/// Cost:     a copy.
/// Errors:   a row as the input does not compile. A network with it has no stream, because it begins with the last step.
/// Source:   Keras' go_backwards is this layer before a recurrent layer.
/// Example:  tests/layer/bidirectional.cpp
struct reversed_steps {
    static constexpr char const* name = "reversed_steps";

    template <class At>
    using step_diagnosis = typename At::begins_with_the_last_step_so_it_has_no_stream;

    template <class At, class Shape>
    using diagnosis = std::conditional_t<
        (Shape::rank >= 2), error::none,
        typename At::template gets_an_input_of_shape<Shape>::but_needs_a_sequence_of_steps>;

    template <concepts::scalar Scalar, class Shape>
    using bound = placed::moved<Scalar, placed::steps_from_the_last<Shape>>;
};

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
