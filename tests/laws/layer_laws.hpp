#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <ctnn/activation/identity.hpp>
#include <ctnn/concept/layer.hpp>
#include <ctnn/face/compiler/network_form.hpp>
#include <ctnn/network/network.hpp>
#include <ctnn/placed/activate.hpp>
#include <ctnn/placed/detail/layer_calls.hpp>
#include <ctnn/tensor/detail/members.hpp>
#include <ctnn/tensor/input.hpp>
#include <ctnn/training/training_result.hpp>

#include "../support/duals.hpp"
#include "../support/plain_training.hpp"
#include "../support/random_numbers.hpp"
#include "own_optimizers.hpp"

namespace laws {

// What every layer must keep, on random numbers of a seed; Input is `ctnn::input<...>`. Each law is a
// constant expression; the last one is asked on the machine.
template <class Layer, class Scalar, class Input>
struct layer {
    // A network of this layer alone is its parameters as plain numbers.
    using network = ctnn::network<Scalar, Input, Layer>;
    using stage = typename network::template stage<0>;
    using bound = typename stage::bound;
    using dual_bound = typename duals::twin<network>::template stage<0>::bound;
    using parameters = typename bound::parameters;
    using input = typename stage::input;
    using output = typename stage::output;
    static constexpr bool has_parameters = network::parameter_count > 0;
    static constexpr bool has_frozen = compare::freezes<network>();

    // Whether a number is trained: if not, its derivative is 0, and no step changes it.
    static constexpr bool is_trained(std::size_t number) {
        if constexpr (has_frozen)
            return compare::trained<network>()[number];
        else
            return number < network::parameter_count;
    }

    // A layer of numbers, whatever their arrangement, models the concept.
    static_assert(ctnn::detail::binds_to_shape<typename stage::descriptor, Scalar,
                                               typename stage::input_shape> ||
                  ctnn::concepts::layer<Layer, Scalar, network::input_size>);

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

    // What the layer keeps is gone after this.
    static constexpr void run_recorded(result& r) {
        auto const& p = r.net.template layer<0>();
        typename stage::record record;
        ctnn::detail::record_preactivation<stage>(p, r.x, record);
        r.v = record.preactivation;
        ctnn::detail::unwind_layer<stage>(p, r.x, record, r.dv);
        r.dx = ctnn::detail::backward_layer<stage>(p, r.x, record, r.dv);
        if constexpr (has_parameters)
            ctnn::detail::accumulate_layer<stage>(p, r.x, record, r.dv,
                                                  r.gradient.template layer<0>());
    }

    static constexpr result made_of(std::uint32_t seed) {
        seeded::random_numbers draw(seed);
        result r{network{}, draw.array<Scalar, network::input_size>(),
                 draw.array<Scalar, network::output_size>()};
        if constexpr (has_parameters)
            r.net = draw.network<network>();
        return r;
    }
    static constexpr result run(std::uint32_t seed) {
        result r = made_of(seed);
        run_recorded(r);
        return r;
    }

    // Whether somebody asks for derivatives or not makes no difference to what it computes.
    static constexpr bool forward_needs_no_record(std::uint32_t seed) {
        auto const r = run(seed);
        return compare::same_bits(bound::forward(r.net.template layer<0>(), r.x), r.v);
    }

    // The slope of dot(dv, forward(net, x)), one of whose numbers is a variable.
    static constexpr double slope(result const& r, duals::twin<network> const& net,
                                  std::array<ctnn::dual<Scalar>, network::input_size> const& x) {
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
                if (!is_trained(k)
                        ? gradient[k] != Scalar(0)
                        : !compare::near(gradient[k],
                                         slope(r, duals::network_of_one_variable(r.net, k),
                                               duals::constants(r.x)),
                                         units))
                    return false;
            constant =
                compare::network_of<duals::twin<network>>(duals::constants(compare::flat(r.net)));
        }
        for (std::size_t i = 0; i < network::input_size; ++i)
            if (!compare::near(r.dx[i], slope(r, constant, duals::one_variable(r.x, i)), units))
                return false;
        return true;
    }

    static constexpr bool accumulate_adds_to_what_is_there(std::uint32_t seed, double units = 4) {
        if constexpr (has_parameters) {
            auto const r = run(seed);
            seeded::random_numbers draw(seed + 1);
            auto const before = draw.array<Scalar, network::parameter_count>();
            auto sum = made_of(seed);
            sum.gradient = compare::network_of<network>(before);
            run_recorded(sum);
            for (std::size_t k = 0; k < before.size(); ++k)
                if (!compare::near(compare::flat(sum.gradient)[k],
                                   static_cast<double>(before[k]) +
                                       static_cast<double>(compare::flat(r.gradient)[k]),
                                   units))
                    return false;
        }
        return true;
    }

    // A layer may have an update of its own: it is accumulate_gradient, from zero, and a step.
    static constexpr bool update_is_a_step_along_the_gradient(std::uint32_t seed) {
        if constexpr (has_parameters) {
            auto const r = run(seed);
            auto const& p = r.net.template layer<0>();
            Scalar rate = Scalar(
                0.375); // (not const: g++ 12 keeps the conversion, and calls products no constants)
            typename stage::record record;
            ctnn::detail::record_preactivation<stage>(p, r.x, record);
            ctnn::detail::unwind_layer<stage>(p, r.x, record, r.dv);
            auto down = r.net;
            ctnn::detail::update_recorded<stage>(ctnn::kernel::descent<Scalar>{rate}, r.x, record,
                                                 r.dv, down.template layer<0>());
            auto expected = compare::flat(r.net);
            for (std::size_t k = 0; k < expected.size(); ++k)
                expected[k] -= rate * compare::flat(r.gradient)[k];
            return compare::same_bits(compare::flat(down), expected);
        }
        return true;
    }

    // Also where the optimizer remembers something.
    static constexpr bool update_remembers_the_gradient(std::uint32_t seed) {
        if constexpr (has_parameters && !has_frozen) {
            auto const r = run(seed);
            typename stage::record record;
            auto updated = r.net;
            ctnn::detail::record_preactivation<stage>(updated.template layer<0>(), r.x, record);
            ctnn::detail::unwind_layer<stage>(updated.template layer<0>(), r.x, record, r.dv);
            std::array<network, 4> past{r.net, network{}, r.net, network{}};
            auto const rule = ctnn::detail::rule_at<Scalar>(own::last_four{0.375}, 0);
            ctnn::detail::update_recorded<stage>(
                rule, r.x, record, r.dv, updated.template layer<0>(), past[0].template layer<0>(),
                past[1].template layer<0>(), past[2].template layer<0>(),
                past[3].template layer<0>());
            plain::training<network, own::last_four> expected{r.net};
            auto const numbers = compare::flat(r.net);
            for (std::size_t k = 0; k < numbers.size(); ++k)
                expected.past[k] = {numbers[k], Scalar(0), numbers[k], Scalar(0)};
            expected.step(own::last_four{0.375}, r.gradient);
            ctnn::training_result<network, ctnn::detail::state_of<own::last_four, network>> actual{
                updated, {}, 0, 1};
            for (std::size_t m = 0; m < 4; ++m)
                actual.state.entries[m].network = past[m];
            return expected.is_that_of(actual);
        }
        return true;
    }

    // The compiler trains a layer in a form that it names, or that its kind has: this has the bits of the
    // functions above. Asked in the compiler; nothing else runs that form. The layer is the second one
    // where the derivative by its input is asked for.
    template <bool Backward>
    static constexpr bool its_compiler_form_has_the_same_bits(std::uint32_t seed) {
        using second = ctnn::network<Scalar, Input, ctnn::activate<ctnn::identity>, Layer>;
        using in_second = typename second::template stage<1>;
        if constexpr (Backward)
            return same_as_form<typename ctnn::compiler::form_of<in_second>::type, true>(seed);
        else
            return same_as_form<typename ctnn::compiler::form_of<stage>::type, false>(seed);
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

private:
    // The form with what the layer keeps, where it keeps something.
    template <class Form, bool Backward>
    struct in_form {
        Form net;
        ctnn::detail::record_of_layer<bound> kept{};

        constexpr void forward(auto const& x, auto&& v) {
            if constexpr (stage::keeps_a_record)
                net.forward(x, v, kept.kept);
            else
                net.forward(x, v);
        }
        constexpr void unwind(auto const& x, auto const& dv) {
            if constexpr (stage::keeps_a_record)
                net.unwind(x, dv, kept.kept);
        }
        constexpr void backward(auto const& x, auto const& dv, auto&& dx) {
            if constexpr (stage::keeps_a_record)
                net.backward(x, dv, dx, kept.kept);
            else
                net.backward(x, dv, dx);
        }
        constexpr void accumulate(auto const& x, auto const& dv, Form& gradient) {
            if constexpr (stage::keeps_a_record)
                net.accumulate(x, kept.kept, dv, gradient);
            else
                net.accumulate(x, ctnn::detail::no_record{}, dv, gradient);
        }
        constexpr void update(auto const& rule, auto const& x, auto const& dv, auto&... memory) {
            if constexpr (stage::keeps_a_record)
                net.update(rule, x, kept.kept, dv, memory...);
            else
                net.update(rule, x, ctnn::detail::no_record{}, dv, memory...);
        }
    };

    template <class Form, bool Backward>
    static constexpr bool same_as_form(std::uint32_t seed) {
        using ctnn::compiler::view;
        auto const r = run(seed);
        Scalar rate = Scalar(0.375);
        in_form<Form, Backward> form{Form(r.net.template layer<0>())};
        view<input const> const x(r.x);
        view<output const> const dv(r.dv);

        output v{};
        form.forward(x, view<output>(v));
        bool same = compare::same_bits(v, r.v);
        form.unwind(x, dv);
        if constexpr (Backward) {
            input dx{};
            form.backward(x, dv, view<input>(dx));
            same = same && compare::same_bits(dx, r.dx);
        }
        if constexpr (has_parameters) {
            Form gradient{};
            form.accumulate(x, dv, gradient);
            same = same && is_stored(gradient, compare::flat(r.gradient));

            auto expected = compare::flat(r.net);
            auto const slopes = compare::flat(r.gradient);
            ctnn::kernel::descent<Scalar> const rule{rate};
            form.update(rule, x, dv);
            for (std::size_t k = 0; k < expected.size(); ++k)
                expected[k] -= rate * slopes[k];
            same = same && is_stored(form.net, expected);
            form.net.update_by(rule, gradient);
            for (std::size_t k = 0; k < expected.size(); ++k)
                expected[k] -= rate * slopes[k];
            same = same && is_stored(form.net, expected);
        }
        return same;
    }
    static constexpr bool is_stored(auto const& form, auto const& expected) {
        network stored{};
        form.store(stored.template layer<0>());
        return compare::same_bits(compare::flat(stored), expected);
    }
};

} // namespace laws
