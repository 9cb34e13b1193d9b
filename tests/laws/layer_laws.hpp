#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <ctnn/compiler/view.hpp>
#include <ctnn/concept/layer.hpp>
#include <ctnn/detail/descend_layer.hpp>
#include <ctnn/detail/members.hpp>
#include <ctnn/input.hpp>
#include <ctnn/network.hpp>

#include "../support/duals.hpp"
#include "../support/random_numbers.hpp"

namespace laws {

// What every layer must keep, on random numbers of a seed. Each law is a constant expression; the
// last one is asked on the machine.
template <class Layer, class Scalar, std::size_t Inputs>
struct layer {
    static_assert(ctnn::concepts::layer<Layer, Scalar, Inputs>);
    static_assert(ctnn::concepts::layer<Layer, ctnn::dual<Scalar>, Inputs>);

    // A network of this layer alone is its parameters as plain numbers.
    using network = ctnn::network<Scalar, ctnn::input<Inputs>, Layer>;
    using bound = typename network::template stage<0>::bound;
    using dual_bound = typename duals::twin<network>::template stage<0>::bound;
    using parameters = typename bound::parameters;
    using input = std::array<Scalar, Inputs>;
    using output = std::array<Scalar, bound::output_size>;
    using slopes = std::array<Scalar, network::parameter_count>;
    static constexpr bool has_parameters = network::parameter_count > 0;

    static_assert(sizeof(network) ==
                  (has_parameters ? network::parameter_count * sizeof(Scalar) : 1));

    struct result {
        network net;
        input x;
        output dv;
        output v{};
        input dx{};
        network gradient{};
    };

    static constexpr void accumulate(result const& r, network& gradient) {
        if constexpr (has_parameters)
            bound::accumulate_gradient(r.net.template layer<0>(), r.x, r.dv,
                                       gradient.template layer<0>());
    }

    static constexpr result run(std::uint32_t seed) {
        seeded::random_numbers draw(seed);
        result r{network{}, draw.array<Scalar, Inputs>(), draw.array<Scalar, bound::output_size>()};
        if constexpr (has_parameters)
            r.net = draw.network<network>();
        r.v = bound::forward(r.net.template layer<0>(), r.x);
        r.dx = bound::backward(r.net.template layer<0>(), r.x, r.dv);
        accumulate(r, r.gradient);
        return r;
    }

    // The slope of dot(dv, forward(net, x)), one of whose numbers is a variable.
    static constexpr double slope(result const& r, duals::twin<network> const& net,
                                  std::array<ctnn::dual<Scalar>, Inputs> const& x) {
        auto const v = dual_bound::forward(net.template layer<0>(), x);
        double sum = 0;
        for (std::size_t j = 0; j < v.size(); ++j)
            sum += static_cast<double>(r.dv[j]) * static_cast<double>(v[j].derivative);
        return sum;
    }

    static constexpr bool gradient_agrees_with_dual_numbers(std::uint32_t seed, double units = 8) {
        auto const r = run(seed);
        duals::twin<network> constant{};
        if constexpr (has_parameters) {
            auto const gradient = compare::flat(r.gradient);
            for (std::size_t k = 0; k < gradient.size(); ++k)
                if (!compare::near(
                        gradient[k],
                        slope(r, duals::network_of_one_variable(r.net, k), duals::constants(r.x)),
                        units))
                    return false;
            constant =
                compare::network_of<duals::twin<network>>(duals::constants(compare::flat(r.net)));
        }
        for (std::size_t i = 0; i < Inputs; ++i)
            if (!compare::near(r.dx[i], slope(r, constant, duals::one_variable(r.x, i)), units))
                return false;
        return true;
    }

    static constexpr bool accumulate_adds_to_what_is_there(std::uint32_t seed, double units = 4) {
        auto const r = run(seed);
        if constexpr (has_parameters) {
            seeded::random_numbers draw(seed + 1);
            auto const before = draw.array<Scalar, network::parameter_count>();
            auto sum = compare::network_of<network>(before);
            accumulate(r, sum);
            for (std::size_t k = 0; k < before.size(); ++k)
                if (!compare::near(compare::flat(sum)[k],
                                   static_cast<double>(before[k]) +
                                       static_cast<double>(compare::flat(r.gradient)[k]),
                                   units))
                    return false;
        }
        return true;
    }

    // A layer may have a descend of its own: it is accumulate_gradient, from zero, and a step.
    static constexpr bool descend_is_a_step_along_the_gradient(std::uint32_t seed) {
        auto const r = run(seed);
        Scalar const rate = Scalar(0.375);
        if constexpr (requires(parameters p) { bound::descend(p, r.x, r.dv, rate); }) {
            auto down = r.net;
            bound::descend(down.template layer<0>(), r.x, r.dv, rate);
            auto expected = compare::flat(r.net);
            for (std::size_t k = 0; k < expected.size(); ++k)
                expected[k] -= rate * compare::flat(r.gradient)[k];
            return compare::same_bits(compare::flat(down), expected);
        }
        return true;
    }

    // A layer may name a form that the compiler trains it in: it has the bits of the functions
    // above. Asked in the compiler; nothing else runs that form.
    template <bool Backward>
    static constexpr bool its_compiler_form_has_the_same_bits(std::uint32_t seed) {
        if constexpr (requires { typename bound::template compiler_form<Backward>; }) {
            using form = typename bound::template compiler_form<Backward>;
            using stage = typename network::template stage<0>;
            auto const r = run(seed);
            auto const& p = r.net.template layer<0>();
            Scalar const rate = Scalar(0.375);
            form net(p);
            using ctnn::compiler::view;
            view<input const> const x(r.x);
            view<output const> const dv(r.dv);

            output v{};
            net.forward(x, view<output>(v));
            bool same = compare::same_bits(v, r.v);
            if constexpr (Backward) {
                input dx{};
                net.backward(x, dv, view<input>(dx));
                same = same && compare::same_bits(dx, r.dx);
            }
            form gradient{};
            net.accumulate(x, dv, gradient);
            same = same && is_stored(gradient, r.gradient.template layer<0>());

            auto expected = p;
            net.descend(rate, x, dv);
            ctnn::detail::descend_layer<stage>(expected, r.x, r.dv, rate);
            same = same && is_stored(net, expected);
            net.subtract_scaled(rate, gradient);
            ctnn::detail::subtract_scaled_parameters(rate, r.gradient.template layer<0>(),
                                                     expected);
            return same && is_stored(net, expected);
        }
        return true;
    }
    template <class Form>
    static constexpr bool is_stored(Form const& form, parameters const& expected) {
        network stored{};
        network other{};
        form.store(stored.template layer<0>());
        other.template layer<0>() = expected;
        return compare::same_bits(compare::flat(stored), compare::flat(other));
    }

    static bool bits_are_the_same_in_the_compiler() {
        constexpr result compiled = run(7);
        auto const r = run(compare::opaque(std::uint32_t{7}));
        bool same = compare::same_bits(compiled.v, r.v) && compare::same_bits(compiled.dx, r.dx);
        if constexpr (has_parameters)
            same = same &&
                   compare::same_bits(compare::flat(compiled.gradient), compare::flat(r.gradient));
        return same;
    }
};

} // namespace laws
