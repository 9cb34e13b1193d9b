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
#include <ctnn/layer/detail/reset_before_cell.hpp>
#include <ctnn/placed/cell_activation.hpp>
#include <ctnn/placed/gates.hpp>
#include <ctnn/placed/name_of_options.hpp>
#include <ctnn/placed/recurrent.hpp>
#include <ctnn/tensor/matrix.hpp>

namespace ctnn::detail {

struct gru_name {
    static constexpr char const* name = "gru";
};

} // namespace ctnn::detail

namespace ctnn {
CTNN_ARITHMETIC_BEGIN

/// A gated recurrent unit: a layer that remembers its last output. Here x is the input, h is the previous output, which
/// starts at 0, and a * b multiplies number by number:
///
///     z, r = sigmoid(x W + b + h R + c)            the update gate and the reset gate
///     n = tanh(x W + b + r * (h R + c))            what is new
///     h = z * h + (1 - z) * n                      the output
///
/// Each formula has its own Units columns of W, R, b and c, in the order z, r, n. After `input<3>` the layer takes one
/// step from the zero state, after `input<20, 3>` it takes 20 steps and gives the output of each. Options, in any order:
/// `reset_before`, for n = tanh(x W + b + (r * h) R); `recurrent_activation<hard_sigmoid>`, for the gates; an activation
/// that replaces tanh.
///
/// Shape:    Inputs -> Units, or Steps x Inputs -> Steps x Units; weights[input][3 Units],
///           recurrent_weights[unit][3 Units], biases[3 Units] and recurrent_biases[3 Units]. With `reset_before`,
///           recurrent_weights[unit][2 Units] for z and r, candidate_weights[unit][Units] for n, and one array of
///           biases.
/// Gradient: backpropagation through time, over all steps.
/// Cost:     3 Units (Inputs + Units) multiply-adds and 3 Units exponentials for each step, twice those multiply-adds
///           backward; 3 Units (Inputs + Units + 2) parameters. Training keeps 7 Units numbers for each step.
/// Errors:   an image does not compile, nor does an activation that mixes numbers; the message names the layer.
///           `initialize` draws recurrent weights like those of a square layer, where Keras takes an orthogonal
///           matrix; biases start at 0.
/// Source:   K. Cho et al., "Learning phrase representations using RNN encoder-decoder for statistical machine
///           translation", EMNLP 2014. Without options as in PyTorch and in Keras with reset_after=True.
/// Example:  tests/layer/gru.cpp
template <std::size_t Units, class... Options>
struct gru : placed::name_of_options<detail::gru_name, Options...>,
             placed::settings_of_options<Options...> {
    using options = detail::recurrent_options<true, true, Options...>;
    template <template <class> class Has>
    static constexpr bool activations_inside = options::template activations_inside<Has>;
    using gate = typename options::recurrent_activation;
    using candidate = typename options::activation;

    template <class At, class Scalar, class Shape>
    using diagnosis = decltype(options::template diagnosis<At, Scalar, Shape>());

    template <class Scalar, std::size_t Inputs>
    struct cell {
        static constexpr std::size_t output_size = Units, columns = 3 * Units;
        static constexpr std::size_t multiply_adds = (Inputs + Units) * columns;
        static constexpr std::size_t working_scalars = 2 * columns + Units;
        using input_type = std::array<Scalar, Inputs>;
        using output_type = std::array<Scalar, Units>;

        struct parameters {
            matrix<Scalar, Inputs, columns> weights{};
            matrix<Scalar, Units, columns> recurrent_weights{};
            std::array<Scalar, columns> biases{};
            std::array<Scalar, columns> recurrent_biases{};

            friend constexpr bool operator==(parameters const&, parameters const&) = default;
        };
        struct state {
            output_type hidden{};

            friend constexpr bool operator==(state const&, state const&) = default;
        };
        struct record : placed::kept_sums<Scalar, placed::sums_to_keep<columns, gate, candidate>> {
            std::array<Scalar, columns> gates;     // z, r, n; then the derivatives by x W + b
            std::array<Scalar, columns> recurrent; // h R + c; then the derivatives by it
            output_type before;                    // h
        };

        static constexpr output_type step(parameters const& p, state& s, input_type const& x,
                                          record& r) {
            r.before = s.hidden;
            Scalar *const z = r.gates.data(), *const reset = z + Units, *const n = reset + Units;
            Scalar *const u = r.recurrent.data(), *const h = s.hidden.data();
            kernel::affine<Inputs, columns>(x.data(), p.weights.values.data(), p.biases.data(), z);
            kernel::affine<Units, columns>(h, p.recurrent_weights.values.data(),
                                           p.recurrent_biases.data(), u);
            placed::activate_each<gate, 2 * Units>(placed::gates::sum, z, placed::sums_from<0>(r),
                                                   z, u);
            placed::activate_each<candidate, Units>(
                [](auto const& a, auto const& b, auto const& c) {
                    return kernel::multiply_add(b, c, a);
                },
                n, placed::sums_from<2 * Units>(r), n, reset, u + 2 * Units);
            kernel::transform<Units>([](auto const& a, auto const& b,
                                        auto const& c) { return placed::gates::blend(a, b, c); },
                                     h, z, h, n);
            return s.hidden;
        }

        static constexpr void unwind(parameters const& p, record& r, output_type const& dv,
                                     state& ds) {
            Scalar const *const z = r.gates.data(), *const reset = z + Units,
                                *const n = reset + Units;
            Scalar *const u = r.recurrent.data(), *const dh = ds.hidden.data();
            std::array<Scalar, columns> by_gates;
            Scalar *const dz = by_gates.data(), *const dr = dz + Units, *const dn = dr + Units;
            Scalar kept[Units]; // of h, by z * h alone
            kernel::transform<Units>(placed::gates::sum, dh, dh, dv.data());
            placed::change_by_derivatives<candidate, Units>(
                [](auto const& slope, auto const& d, auto const& a) {
                    return d * placed::gates::rest(a) * slope;
                },
                dn, placed::sums_from<2 * Units>(r), n, dh, z);
            placed::change_by_derivatives<gate, Units>(
                [](auto const& slope, auto const& d, auto const& b, auto const& c) {
                    return d * (b - c) * slope;
                },
                dz, placed::sums_from<0>(r), z, dh, r.before.data(), n);
            placed::change_by_derivatives<gate, Units>(
                [](auto const& slope, auto const& d, auto const& a) { return d * a * slope; }, dr,
                placed::sums_from<Units>(r), reset, dn, u + 2 * Units);
            kernel::transform<Units>(placed::gates::product, +kept, dh, z);
            kernel::transform<Units>(placed::gates::product, u + 2 * Units, dn, reset);
            kernel::transform<2 * Units>(placed::gates::same, u, dz);
            r.gates = by_gates;
            kernel::dot_rows<Units, columns>(p.recurrent_weights.values.data(), u, dh);
            kernel::transform<Units>(placed::gates::sum, dh, dh, +kept);
        }

        static constexpr input_type backward(parameters const& p, record const& r) {
            input_type dx;
            kernel::dot_rows<Inputs, columns>(p.weights.values.data(), r.gates.data(), dx.data());
            return dx;
        }
        static constexpr void accumulate_gradient(input_type const& x, record const& r,
                                                  parameters& gradient) {
            kernel::add_outer<Inputs, columns>(x.data(), r.gates.data(),
                                               gradient.weights.values.data());
            kernel::add_outer<Units, columns>(r.before.data(), r.recurrent.data(),
                                              gradient.recurrent_weights.values.data());
            kernel::transform<columns>(placed::gates::sum, gradient.biases.data(),
                                       gradient.biases.data(), r.gates.data());
            kernel::transform<columns>(placed::gates::sum, gradient.recurrent_biases.data(),
                                       gradient.recurrent_biases.data(), r.recurrent.data());
        }

        template <class Draw>
        static constexpr void initialize(parameters& p, Draw&& draw) {
            for (Scalar& weight : p.weights.values)
                weight = draw(Inputs, columns);
            for (Scalar& weight : p.recurrent_weights.values)
                weight = draw(Units, Units);
        }
    };

    template <concepts::scalar Scalar, class Shape>
    using bound = placed::recurrent<Scalar, Shape, cell>;
};
template <std::size_t Units, class... Options>
requires detail::recurrent_options<true, true, Options...>::resets_before struct gru<Units,
                                                                                     Options...>
    : placed::name_of_options<detail::gru_name, Options...>,
      placed::settings_of_options<Options...> {
    using options = detail::recurrent_options<true, true, Options...>;
    template <template <class> class Has>
    static constexpr bool activations_inside = options::template activations_inside<Has>;

    template <class At, class Scalar, class Shape>
    using diagnosis = decltype(options::template diagnosis<At, Scalar, Shape>());

    template <class Scalar, std::size_t Inputs>
    using cell = detail::reset_before_cell<Units, options, Scalar, Inputs>;

    template <concepts::scalar Scalar, class Shape>
    using bound = placed::recurrent<Scalar, Shape, cell>;
};

CTNN_ARITHMETIC_END
} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
