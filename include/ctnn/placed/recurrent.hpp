#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <array>
#include <cstddef>
#include <ctnn/concept/scalar.hpp>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/error/diagnosis.hpp>
#include <ctnn/tensor/detail/add_blocks.hpp>
#include <ctnn/tensor/detail/steps.hpp>
#include <ctnn/tensor/shape.hpp>
#include <type_traits>

// A layer that remembers. It says what one step does, its cell; everything else follows from that. On a row of numbers
// it is one step from the beginning, on a sequence of rows a step for each of them.
//
// A cell is a template over a scalar and the size of a row, with
//
//   output_size                the size of a step's output
//   multiply_adds              of one step
//   working_scalars            how many numbers a step has on the stack, besides its state, input and output
//   parameters                 as any layer has them
//   state                      what goes from a step to the next one; `state{}` is the beginning
//   record                     what a step keeps for its backward pass
//   step(p, s, x, r)           returns the step's output; changes the state s, and fills the record r
//   unwind(p, r, dv, ds)       turns r into derivatives, from dL/dv and ds, the derivative by the state after the step;
//                              ds becomes that by the state before it
//   backward(p, r)             dL/dx
//   accumulate_gradient(x, r, gradient)    adds dL/dparameters
//   initialize(p, draw)

namespace ctnn::placed {
CTNN_ARITHMETIC_BEGIN

// How many rows lie one after the other, and how many numbers each has.
template <class Shape>
struct rows_of;
template <std::size_t Size>
struct rows_of<shape<Size>> {
    static constexpr std::size_t count = 1, size = Size;
    template <std::size_t Outputs>
    using output_shape = shape<Outputs>;
};
template <std::size_t Count, std::size_t Size>
struct rows_of<shape<Count, Size>> {
    static constexpr std::size_t count = Count, size = Size;
    template <std::size_t Outputs>
    using output_shape = shape<Count, Outputs>;
};

template <class At, class Shape>
using recurrent_diagnosis =
    std::conditional_t<Shape::rank == 1 || Shape::rank == 2, error::none,
                       typename At::template gets_an_input_of_shape<Shape>::template but_needs_rank<
                           1>::template or_rank<2>>;

// A cell that takes one row after the other, or one sequence after the other: the user of the layer keeps the state.
template <class Cell, bool TakesOneRow>
struct stepping {
    using sequence_state = typename Cell::state;
};
template <class Cell>
struct stepping<Cell, true> {
    using state = typename Cell::state;
};

template <concepts::scalar Scalar, class Shape, template <class, std::size_t> class CellOf>
struct recurrent : stepping<CellOf<Scalar, rows_of<Shape>::size>, Shape::rank == 1> {
    using rows = rows_of<Shape>;
    using cell = CellOf<Scalar, rows::size>;
    static constexpr std::size_t steps = rows::count;
    static constexpr std::size_t multiply_adds = steps * cell::multiply_adds;
    // A step, its state, a copy of its row, and its output.
    static constexpr std::size_t working_scalars = cell::working_scalars +
                                                   sizeof(typename cell::state) / sizeof(Scalar) +
                                                   rows::size + cell::output_size;
    // The sum over the steps.
    static constexpr std::size_t working_scalars_of_step =
        working_scalars +
        (steps > 1 ? sizeof(typename cell::parameters) / sizeof(Scalar) : std::size_t{0});
    using output_shape = typename rows::template output_shape<cell::output_size>;
    using parameters = typename cell::parameters;
    using input_type = std::array<Scalar, Shape::size>;
    using output_type = std::array<Scalar, output_shape::size>;

    struct record {
        std::array<typename cell::record, steps> of_steps;
    };

    // From the state on; `step(p, s, x, r)` for the backward pass.
    static constexpr output_type step(parameters const& p, typename cell::state& s,
                                      input_type const& x) {
        typename cell::record r; // of one step after the other
        if constexpr (steps == 1) {
            return cell::step(p, s, x, r);
        } else {
            output_type v;
            for (std::size_t t = 0; t < steps; ++t)
                tensor::put_step(cell::step(p, s, row<rows::size>(x, t), r), t, v);
            return v;
        }
    }
    static constexpr output_type step(parameters const& p, typename cell::state& s,
                                      input_type const& x, record& r) {
        output_type v;
        for (std::size_t t = 0; t < steps; ++t)
            tensor::put_step(cell::step(p, s, row<rows::size>(x, t), r.of_steps[t]), t, v);
        return v;
    }
    static constexpr output_type forward(parameters const& p, input_type const& x) {
        typename cell::state s{};
        return step(p, s, x);
    }
    static constexpr output_type forward(parameters const& p, input_type const& x, record& r) {
        typename cell::state s{};
        return step(p, s, x, r);
    }

    // Backpropagation through time.
    static constexpr void unwind(parameters const& p, input_type const&, record& r,
                                 output_type const& dv) {
        typename cell::state ds{};
        for (std::size_t t = steps; t-- > 0;)
            cell::unwind(p, r.of_steps[t], row<cell::output_size>(dv, t), ds);
    }
    static constexpr input_type backward(parameters const& p, input_type const&, record const& r,
                                         output_type const&) {
        input_type dx;
        for (std::size_t t = 0; t < steps; ++t)
            tensor::put_step(cell::backward(p, r.of_steps[t]), t, dx);
        return dx;
    }

    // The sum over the steps, from zero, is added to the gradient: all faces keep this order.
    static constexpr void accumulate_gradient(parameters const&, input_type const& x,
                                              record const& r, output_type const&,
                                              parameters& gradient) {
        if constexpr (steps == 1) {
            cell::accumulate_gradient(x, r.of_steps[0], gradient);
        } else {
            parameters sum{};
            for (std::size_t t = 0; t < steps; ++t)
                cell::accumulate_gradient(row<rows::size>(x, t), r.of_steps[t], sum);
            detail::add_blocks(sum, gradient);
        }
    }

    template <class Draw>
    static constexpr void initialize(parameters& p, Draw&& draw) {
        cell::initialize(p, draw);
    }

private:
    // Row t of rows that lie one after the other; of a single one, itself.
    template <std::size_t Size>
    static constexpr decltype(auto) row(std::array<Scalar, steps * Size> const& all,
                                        [[maybe_unused]] std::size_t t) {
        if constexpr (steps == 1)
            return (all);
        else
            return tensor::step_at<Size>(all, t);
    }
};

CTNN_ARITHMETIC_END
} // namespace ctnn::placed

#include <ctnn/config/epilogue.hpp>
