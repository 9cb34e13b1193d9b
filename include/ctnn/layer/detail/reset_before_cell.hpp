#pragma once

#include <array>
#include <cstddef>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/kernel/add_outer.hpp>
#include <ctnn/kernel/affine.hpp>
#include <ctnn/kernel/dot_rows.hpp>
#include <ctnn/kernel/multiply_add.hpp>
#include <ctnn/kernel/transform.hpp>
#include <ctnn/placed/cell_activation.hpp>
#include <ctnn/placed/gates.hpp>
#include <ctnn/tensor/matrix.hpp>

namespace ctnn::detail {
CTNN_ARITHMETIC_BEGIN

// A gru's cell whose reset gate comes before the product (layer/option/reset_before.hpp).
template <std::size_t Units, class Options, class Scalar, std::size_t Inputs>
struct reset_before_cell {
    using gate = typename Options::recurrent_activation;
    using candidate = typename Options::activation;
    static constexpr std::size_t output_size = Units, gates = 2 * Units, columns = 3 * Units;
    static constexpr std::size_t multiply_adds = (Inputs + Units) * columns;
    static constexpr std::size_t working_scalars = 2 * columns + 2 * Units;
    using input_type = std::array<Scalar, Inputs>;
    using output_type = std::array<Scalar, Units>;

    struct parameters {
        matrix<Scalar, Inputs, columns> weights{};
        matrix<Scalar, Units, gates> recurrent_weights{};
        matrix<Scalar, Units, Units> candidate_weights{};
        std::array<Scalar, columns> biases{};

        friend constexpr bool operator==(parameters const&, parameters const&) = default;
    };
    struct state {
        output_type hidden{};

        friend constexpr bool operator==(state const&, state const&) = default;
    };
    struct record : placed::kept_sums<Scalar, placed::sums_to_keep<columns, gate, candidate>> {
        std::array<Scalar, columns> values; // z, r, n; then the derivatives by their sums
        output_type before, held;           // h, r * h
    };

    static constexpr output_type step(parameters const& p, state& s, input_type const& x,
                                      record& r) {
        r.before = s.hidden;
        Scalar from_input[columns];
        Scalar *const z = r.values.data(), *const reset = z + Units, *const n = reset + Units;
        Scalar *const h = s.hidden.data(), *const held = r.held.data();
        Scalar const* const in = from_input;
        kernel::affine<Inputs, columns>(x.data(), p.weights.values.data(), p.biases.data(),
                                        +from_input);
        kernel::affine<Units, gates>(h, p.recurrent_weights.values.data(), in, z);
        placed::activate_each<gate, gates>(placed::gates::same, z, placed::sums_from<0>(r), z);
        kernel::transform<Units>(placed::gates::product, held, reset, h);
        kernel::affine<Units, Units>(held, p.candidate_weights.values.data(), in + gates, n);
        placed::activate_each<candidate, Units>(placed::gates::same, n, placed::sums_from<gates>(r),
                                                n);
        kernel::transform<Units>([](auto const& a, auto const& b,
                                    auto const& c) { return placed::gates::blend(a, b, c); },
                                 h, z, h, n);
        return s.hidden;
    }

    static constexpr void unwind(parameters const& p, record& r, output_type const& dv, state& ds) {
        Scalar const *const z = r.values.data(), *const reset = z + Units, *const n = reset + Units;
        Scalar const* const before = r.before.data();
        Scalar* const dh = ds.hidden.data();
        std::array<Scalar, columns> by_sums;
        Scalar *const dz = by_sums.data(), *const dr = dz + Units, *const dn = dr + Units;
        Scalar by_held[Units], kept[Units]; // kept: of h, by z * h and r * h
        kernel::transform<Units>(placed::gates::sum, dh, dh, dv.data());
        placed::change_by_derivatives<candidate, Units>(
            [](auto const& slope, auto const& d, auto const& a) {
                return d * placed::gates::rest(a) * slope;
            },
            dn, placed::sums_from<gates>(r), n, dh, z);
        placed::change_by_derivatives<gate, Units>(
            [](auto const& slope, auto const& d, auto const& b, auto const& c) {
                return d * (b - c) * slope;
            },
            dz, placed::sums_from<0>(r), z, dh, before, n);
        kernel::dot_rows<Units, Units>(p.candidate_weights.values.data(), dn, +by_held);
        placed::change_by_derivatives<gate, Units>(
            [](auto const& slope, auto const& d, auto const& a) { return d * a * slope; }, dr,
            placed::sums_from<Units>(r), reset, +by_held, before);
        kernel::transform<Units>(placed::gates::product, +kept, dh, z);
        kernel::transform<Units>([](auto const& sum, auto const& d,
                                    auto const& a) { return kernel::multiply_add(d, a, sum); },
                                 +kept, +kept, +by_held, reset);
        r.values = by_sums;
        kernel::dot_rows<Units, gates>(p.recurrent_weights.values.data(), r.values.data(), dh);
        kernel::transform<Units>(placed::gates::sum, dh, dh, +kept);
    }

    static constexpr input_type backward(parameters const& p, record const& r) {
        input_type dx;
        kernel::dot_rows<Inputs, columns>(p.weights.values.data(), r.values.data(), dx.data());
        return dx;
    }
    static constexpr void accumulate_gradient(input_type const& x, record const& r,
                                              parameters& gradient) {
        Scalar const* const by_sums = r.values.data();
        kernel::add_outer<Inputs, columns>(x.data(), by_sums, gradient.weights.values.data());
        kernel::add_outer<Units, gates>(r.before.data(), by_sums,
                                        gradient.recurrent_weights.values.data());
        kernel::add_outer<Units, Units>(r.held.data(), by_sums + gates,
                                        gradient.candidate_weights.values.data());
        kernel::transform<columns>(placed::gates::sum, gradient.biases.data(),
                                   gradient.biases.data(), by_sums);
    }

    template <class Draw>
    static constexpr void initialize(parameters& p, Draw&& draw) {
        for (Scalar& weight : p.weights.values)
            weight = draw(Inputs, columns);
        for (Scalar& weight : p.recurrent_weights.values)
            weight = draw(Units, Units);
        for (Scalar& weight : p.candidate_weights.values)
            weight = draw(Units, Units);
    }
};

CTNN_ARITHMETIC_END
} // namespace ctnn::detail
