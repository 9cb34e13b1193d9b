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
#include <ctnn/kernel/transform.hpp>
#include <ctnn/layer/detail/recurrent_options.hpp>
#include <ctnn/placed/cell_activation.hpp>
#include <ctnn/placed/gates.hpp>
#include <ctnn/placed/name_of_options.hpp>
#include <ctnn/placed/recurrent.hpp>
#include <ctnn/tensor/matrix.hpp>

namespace ctnn::detail {

struct simple_rnn_name {
    static constexpr char const* name = "simple_rnn";
};

} // namespace ctnn::detail

namespace ctnn {
CTNN_ARITHMETIC_BEGIN

/// The simplest recurrent layer: its output depends on the input x and on its previous output h, which starts at 0.
///
///     h = tanh(x W + b + h R)
///
/// `simple_rnn<8, relu>` uses relu instead of tanh. After `input<3>` the layer takes one step from the zero state, after
/// `input<20, 3>` it takes 20 steps and gives the output of each.
///
/// Shape:    Inputs -> Units, or Steps x Inputs -> Steps x Units; weights[input][Units],
///           recurrent_weights[unit][Units] and biases[Units].
/// Gradient: backpropagation through time, over all steps.
/// Cost:     Units (Inputs + Units) multiply-adds and Units activations for each step, twice those multiply-adds
///           backward; Units (Inputs + Units + 1) parameters. Training keeps 2 Units numbers for each step, or 3 Units if
///           the activation's derivative needs its input.
/// Errors:   an image does not compile, nor does an activation that mixes numbers; the message names the layer.
///           `initialize` draws recurrent weights like those of a square layer, where Keras takes an orthogonal matrix;
///           biases start at 0.
/// Source:   J. L. Elman, "Finding structure in time", Cognitive Science 14, 1990; as Keras' SimpleRNN.
/// Example:  tests/layer/simple_rnn.cpp
template <std::size_t Units, class... Options>
struct simple_rnn : placed::name_of_options<detail::simple_rnn_name, Options...>,
                    placed::settings_of_options<Options...> {
    using options = detail::recurrent_options<false, false, Options...>;
    template <template <class> class Has>
    static constexpr bool activations_inside = options::template activations_inside<Has>;
    using squash = typename options::activation;

    template <class At, class Scalar, class Shape>
    using diagnosis = decltype(options::template diagnosis<At, Scalar, Shape>());

    template <class Scalar, std::size_t Inputs>
    struct cell {
        static constexpr std::size_t output_size = Units;
        static constexpr std::size_t multiply_adds = (Inputs + Units) * Units;
        static constexpr std::size_t working_scalars = 3 * Units;
        using input_type = std::array<Scalar, Inputs>;
        using output_type = std::array<Scalar, Units>;

        struct parameters {
            matrix<Scalar, Inputs, Units> weights{};
            matrix<Scalar, Units, Units> recurrent_weights{};
            output_type biases{};

            friend constexpr bool operator==(parameters const&, parameters const&) = default;
        };
        struct state {
            output_type hidden{};

            friend constexpr bool operator==(state const&, state const&) = default;
        };
        struct record : placed::kept_sums<Scalar, placed::sums_to_keep<Units, squash>> {
            output_type before; // h
            output_type values; // the new h; then the derivatives by the sum
        };

        static constexpr output_type step(parameters const& p, state& s, input_type const& x,
                                          record& r) {
            r.before = s.hidden;
            Scalar from_input[Units];
            Scalar* const v = r.values.data();
            kernel::affine<Inputs, Units>(x.data(), p.weights.values.data(), p.biases.data(),
                                          +from_input);
            kernel::affine<Units, Units>(s.hidden.data(), p.recurrent_weights.values.data(),
                                         static_cast<Scalar const*>(from_input), v);
            placed::activate_each<squash, Units>(placed::gates::same, v, placed::sums_from<0>(r),
                                                 v);
            return s.hidden = r.values;
        }

        static constexpr void unwind(parameters const& p, record& r, output_type const& dv,
                                     state& ds) {
            Scalar* const dh = ds.hidden.data();
            kernel::transform<Units>(placed::gates::sum, dh, dh, dv.data());
            placed::change_by_derivatives<squash, Units>(
                [](auto const& slope, auto const& d) { return d * slope; }, r.values.data(),
                placed::sums_from<0>(r), r.values.data(), dh);
            kernel::dot_rows<Units, Units>(p.recurrent_weights.values.data(), r.values.data(), dh);
        }

        static constexpr input_type backward(parameters const& p, record const& r) {
            input_type dx;
            kernel::dot_rows<Inputs, Units>(p.weights.values.data(), r.values.data(), dx.data());
            return dx;
        }
        static constexpr void accumulate_gradient(input_type const& x, record const& r,
                                                  parameters& gradient) {
            Scalar const* const by_sums = r.values.data();
            kernel::add_outer<Inputs, Units>(x.data(), by_sums, gradient.weights.values.data());
            kernel::add_outer<Units, Units>(r.before.data(), by_sums,
                                            gradient.recurrent_weights.values.data());
            kernel::transform<Units>(placed::gates::sum, gradient.biases.data(),
                                     gradient.biases.data(), by_sums);
        }

        template <class Draw>
        static constexpr void initialize(parameters& p, Draw&& draw) {
            for (Scalar& weight : p.weights.values)
                weight = draw(Inputs, Units);
            for (Scalar& weight : p.recurrent_weights.values)
                weight = draw(Units, Units);
        }
    };

    template <concepts::scalar Scalar, class Shape>
    using bound = placed::recurrent<Scalar, Shape, cell>;
};

CTNN_ARITHMETIC_END
} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
