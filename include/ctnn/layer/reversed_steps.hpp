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

// The steps of Shape from the last one to the first, as a join of a layer's only branch, its input.
template <class Shape>
struct steps_from_the_last {
    using output_shape = Shape;
    static constexpr std::size_t size = tensor::steps_of<Shape>::step::size;
    static constexpr std::size_t last = Shape::size - size;

    template <std::size_t>
    static constexpr std::size_t place(std::size_t i) {
        return last - i / size * size + i % size;
    }
    template <class Number>
    static constexpr auto joined(std::array<Number, Shape::size> const& x) {
        std::array<Number, Shape::size> v{};
        auto const* const from = x.data();
        auto* const to = v.data();
        for (std::size_t i = 0; i < Shape::size; ++i)
            to[place<0>(i)] = from[i];
        return v;
    }
};

} // namespace ctnn::placed

namespace ctnn {

/// The steps of a sequence in the opposite order: the last one comes first. `bidirectional` is made with it.
///
/// Shape:    Steps x what a step is -> the same.
/// Gradient: dL/dv in the opposite order.
/// Cost:     a copy.
/// Errors:   a row as the input does not compile. A network with it has no stream, because it begins with the last step.
/// Source:   Keras' go_backwards is this layer before a layer that remembers.
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
    struct bound {
        static constexpr std::size_t branch_count = 1, multiply_adds = 0, working_scalars = 0;
        static constexpr bool only_compares = true;
        using join = placed::steps_from_the_last<Shape>;
        template <std::size_t>
        using branch = placed::shortcut::on<Scalar, Shape>;
        using output_shape = Shape;
        using values = std::array<Scalar, Shape::size>;

        struct parameters {
            friend constexpr bool operator==(parameters, parameters) = default;
        };

        template <std::size_t>
        static constexpr branch<0> part(parameters) {
            return {};
        }

        static constexpr values forward(parameters, values const& x) { return join::joined(x); }
        static constexpr values backward(parameters, values const&, values const& dv) {
            return join::joined(dv);
        }
    };
};

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
