#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <array>
#include <cstddef>
#include <ctnn/concept/scalar.hpp>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/kernel/add_outer.hpp>
#include <ctnn/kernel/affine.hpp>
#include <ctnn/kernel/dot_rows.hpp>
#include <ctnn/kernel/multiply_add.hpp>
#include <ctnn/kernel/transform.hpp>
#include <ctnn/kernel/vector.hpp>
#include <ctnn/layer/detail/recurrent_options.hpp>
#include <ctnn/placed/cell_activation.hpp>
#include <ctnn/placed/gates.hpp>
#include <ctnn/placed/name_of_options.hpp>
#include <ctnn/placed/recurrent.hpp>
#include <ctnn/tensor/matrix.hpp>

namespace ctnn::detail {

struct lstm_name {
    static constexpr char const* name = "lstm";
};

} // namespace ctnn::detail

namespace ctnn {
CTNN_ARITHMETIC_BEGIN

/// Long short-term memory: a layer that remembers its last output and a cell that only its gates change. Here x is the
/// input, h and c are the previous output and cell, which start at 0, and a * b multiplies number by number:
///
///     i, f, o = sigmoid(x W + b + h R)    the input, the forget and the output gate
///     g = tanh(x W + b + h R)             what is new
///     c = f * c + i * g                   the cell
///     h = o * tanh(c)                     the output
///
/// Each has its own Units columns of W, R and b, in the order i, f, g, o. After `input<3>` the layer takes one step
/// from the zero state, after `input<20, 3>` it takes 20 steps and gives the output of each. Options, in any order:
/// `recurrent_activation<hard_sigmoid>`, for the gates; an activation that replaces both tanh.
///
/// Shape:    Inputs -> Units, or Steps x Inputs -> Steps x Units; weights[input][4 Units],
///           recurrent_weights[unit][4 Units] and biases[4 Units].
/// Gradient: backpropagation through time, over all steps.
/// Cost:     4 Units (Inputs + Units) multiply-adds and 5 Units exponentials for each step, twice those multiply-adds
///           backward; 4 Units (Inputs + Units + 1) parameters. Training keeps 7 Units numbers for each step.
/// Errors:   an image does not compile, nor does an activation that mixes numbers; the message names the layer.
///           `initialize` draws recurrent weights like those of a square layer, where Keras takes an orthogonal
///           matrix; the biases of forget gates start at 1, as in Keras, all others at 0.
/// Source:   S. Hochreiter, J. Schmidhuber, "Long short-term memory", Neural Computation 9, 1997; forget gates: F. A.
///           Gers, J. Schmidhuber, F. Cummins, "Learning to forget", Neural Computation 12, 2000.
/// Example:  tests/layer/lstm.cpp
template <std::size_t Units, class... Options>
struct lstm : placed::name_of_options<detail::lstm_name, Options...>,
              placed::settings_of_options<Options...> {
    using options = detail::recurrent_options<true, false, Options...>;
    template <template <class> class Has>
    static constexpr bool activations_inside = options::template activations_inside<Has>;
    using gate = typename options::recurrent_activation;
    using squash = typename options::activation;

    template <class At, class Scalar, class Shape>
    using diagnosis = decltype(options::template diagnosis<At, Scalar, Shape>());

    template <class Scalar, std::size_t Inputs>
    struct cell {
        static constexpr std::size_t output_size = Units, columns = 4 * Units;
        static constexpr std::size_t multiply_adds = (Inputs + Units) * columns;
        static constexpr std::size_t working_scalars = 2 * columns + 3 * Units;
        using input_type = std::array<Scalar, Inputs>;
        using output_type = std::array<Scalar, Units>;

        struct parameters {
            matrix<Scalar, Inputs, columns> weights{};
            matrix<Scalar, Units, columns> recurrent_weights{};
            std::array<Scalar, columns> biases{};

            friend constexpr bool operator==(parameters const&, parameters const&) = default;
        };
        struct state {
            output_type hidden{};
            output_type cell{};

            friend constexpr bool operator==(state const&, state const&) = default;
        };
        struct record
            : placed::kept_sums<Scalar, placed::sums_to_keep<columns + Units, gate, squash>> {
            std::array<Scalar, columns> gates; // i, f, g, o; then the derivatives by what goes in
            output_type hidden_before, cell_before;
            output_type bounded; // tanh(c)
        };

        static constexpr output_type step(parameters const& p, state& s, input_type const& x,
                                          record& r) {
            r.hidden_before = s.hidden;
            r.cell_before = s.cell;
            Scalar from_input[columns];
            Scalar *const i = r.gates.data(), *const f = i + Units, *const g = f + Units,
                          *const o = g + Units;
            Scalar *const h = s.hidden.data(), *const c = s.cell.data(),
                          *const t = r.bounded.data();
            kernel::affine<Inputs, columns>(x.data(), p.weights.values.data(), p.biases.data(),
                                            +from_input);
            kernel::affine<Units, columns>(h, p.recurrent_weights.values.data(),
                                           static_cast<Scalar const*>(from_input), i);
            placed::activate_each<gate, 2 * Units>(placed::gates::same, i, placed::sums_from<0>(r),
                                                   i);
            placed::activate_each<squash, Units>(placed::gates::same, g,
                                                 placed::sums_from<2 * Units>(r), g);
            placed::activate_each<gate, Units>(placed::gates::same, o,
                                               placed::sums_from<3 * Units>(r), o);
            kernel::transform<Units>(
                [](auto const& kept, auto const& old, auto const& let_in, auto const& fresh) {
                    return kernel::multiply_add(kept, old, let_in * fresh);
                },
                c, f, c, i, g);
            placed::activate_each<squash, Units>(placed::gates::same, t,
                                                 placed::sums_from<columns>(r), c);
            kernel::transform<Units>(placed::gates::product, h, o, t);
            return s.hidden;
        }

        static constexpr void unwind(parameters const& p, record& r, output_type const& dv,
                                     state& ds) {
            Scalar const *const i = r.gates.data(), *const f = i + Units, *const g = f + Units,
                                *const o = g + Units;
            Scalar const* const t = r.bounded.data();
            Scalar *const dh = ds.hidden.data(), *const dc = ds.cell.data();
            std::array<Scalar, columns> by_gates;
            Scalar *const di = by_gates.data(), *const df = di + Units, *const dg = df + Units,
                          *const d_o = dg + Units;
            // derivative by a gate's sum, from that by its product with another number
            auto const through_gate = [](auto const& slope, auto const& d, auto const& other) {
                return d * other * slope;
            };
            kernel::transform<Units>(placed::gates::sum, dh, dh, dv.data());
            placed::change_by_derivatives<squash, Units>(
                [](auto const& slope, auto const& cell, auto const& hidden, auto const& open) {
                    return cell + hidden * open * slope;
                },
                dc, placed::sums_from<columns>(r), t, dc, dh, o);
            placed::change_by_derivatives<gate, Units>(through_gate, di, placed::sums_from<0>(r), i,
                                                       dc, g);
            placed::change_by_derivatives<gate, Units>(
                through_gate, df, placed::sums_from<Units>(r), f, dc, r.cell_before.data());
            placed::change_by_derivatives<squash, Units>(through_gate, dg,
                                                         placed::sums_from<2 * Units>(r), g, dc, i);
            placed::change_by_derivatives<gate, Units>(through_gate, d_o,
                                                       placed::sums_from<3 * Units>(r), o, dh, t);
            kernel::transform<Units>(placed::gates::product, dc, dc, f);
            r.gates = by_gates;
            kernel::dot_rows<Units, columns>(p.recurrent_weights.values.data(), r.gates.data(), dh);
        }

        static constexpr input_type backward(parameters const& p, record const& r) {
            input_type dx;
            kernel::dot_rows<Inputs, columns>(p.weights.values.data(), r.gates.data(), dx.data());
            return dx;
        }
        static constexpr void accumulate_gradient(input_type const& x, record const& r,
                                                  parameters& gradient) {
            Scalar const* const by_gates = r.gates.data();
            kernel::add_outer<Inputs, columns>(x.data(), by_gates, gradient.weights.values.data());
            kernel::add_outer<Units, columns>(r.hidden_before.data(), by_gates,
                                              gradient.recurrent_weights.values.data());
            kernel::transform<columns>(placed::gates::sum, gradient.biases.data(),
                                       gradient.biases.data(), by_gates);
        }

        template <class Draw>
        static constexpr void initialize(parameters& p, Draw&& draw) {
            for (Scalar& weight : p.weights.values)
                weight = draw(Inputs, columns);
            for (Scalar& weight : p.recurrent_weights.values)
                weight = draw(Units, Units);
            for (std::size_t k = Units; k < 2 * Units; ++k)
                p.biases[k] = Scalar(1);
        }
    };

    template <concepts::scalar Scalar, class Shape>
    using bound = placed::recurrent<Scalar, Shape, cell>;
};

CTNN_ARITHMETIC_END
} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
