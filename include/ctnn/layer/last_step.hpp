#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <array>
#include <cstddef>
#include <ctnn/concept/scalar.hpp>
#include <ctnn/error/diagnosis.hpp>
#include <ctnn/placed/adds_branches.hpp>
#include <ctnn/placed/shortcut.hpp>
#include <ctnn/tensor/detail/steps.hpp>
#include <type_traits>

namespace ctnn::placed {

// The numbers of the last step of Shape, as a join of a layer's only branch, its input: every face that takes such joins
// takes the layer, too.
template <class Shape>
struct last_of_steps {
    using output_shape = typename tensor::steps_of<Shape>::step;
    static constexpr std::size_t before = Shape::size - output_shape::size;

    template <std::size_t Branch>
    static constexpr std::size_t place(std::size_t i) {
        return i < before ? nowhere : i - before;
    }
    template <class Number, std::size_t Size>
    static constexpr auto joined(std::array<Number, Size> const& x) {
        return tensor::step_at<output_shape::size>(x, tensor::steps_of<Shape>::count - 1);
    }
};

} // namespace ctnn::placed

namespace ctnn {

/// The last step of a sequence. After a layer that remembers, it is what the layer makes of the whole sequence, as
/// Keras' layers give it without `return_sequences`.
///
/// Shape:    Steps x what a step is -> what a step is.
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
    struct bound {
        static constexpr std::size_t branch_count = 1, multiply_adds = 0, working_scalars = 0;
        static constexpr bool only_compares = true;
        using join = placed::last_of_steps<Shape>;
        template <std::size_t>
        using branch = placed::shortcut::on<Scalar, Shape>;
        using output_shape = typename join::output_shape;
        using input_type = std::array<Scalar, Shape::size>;
        using output_type = std::array<Scalar, output_shape::size>;

        struct parameters {
            friend constexpr bool operator==(parameters, parameters) = default;
        };

        template <std::size_t>
        static constexpr branch<0> part(parameters) {
            return {};
        }

        static constexpr output_type forward(parameters, input_type const& x) {
            return join::joined(x);
        }
        static constexpr void forward_into(parameters, input_type const& x, output_type& v) {
            for (std::size_t i = 0; i < v.size(); ++i)
                v.data()[i] = x.data()[join::before + i];
        }
        static constexpr input_type backward(parameters, input_type const&, output_type const& dv) {
            input_type dx{};
            for (std::size_t i = 0; i < dv.size(); ++i)
                dx.data()[join::before + i] = dv.data()[i];
            return dx;
        }
    };
};

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
