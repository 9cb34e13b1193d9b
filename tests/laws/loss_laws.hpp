#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <ctnn/concept/customization.hpp>
#include <ctnn/concept/loss.hpp>
#include <ctnn/placed/detail/apply_activation.hpp>

#include "../support/duals.hpp"
#include "../support/random_numbers.hpp"

namespace laws {

// What every loss must keep, on random distributions of a seed (they are outputs that every loss
// takes; one of logarithms takes their negatives). Each law is a constant expression; the last one is asked on the machine.
template <class Loss, class Scalar, std::size_t Size>
struct loss {
    static_assert(ctnn::concepts::loss<Loss, Scalar, Size>);
    static_assert(ctnn::concepts::loss<Loss, ctnn::dual<Scalar>, Size>);

    using values = std::array<Scalar, Size>;
    static constexpr bool takes_no_positive_outputs = [] {
        if constexpr (ctnn::customization::states_a_domain<Loss>)
            return Loss::domain.upper <= 0;
        else
            return false;
    }();

    struct result {
        values y;
        values target;
        Scalar value{};
        values derivative{};
    };
    static constexpr result run(std::uint32_t seed) {
        seeded::random_numbers draw(seed);
        result r{draw.distribution<Scalar, Size>(), draw.distribution<Scalar, Size>()};
        if constexpr (takes_no_positive_outputs)
            for (Scalar& y : r.y)
                y = -y;
        r.value = Loss{}.value(r.y, r.target);
        r.derivative = Loss{}.derivative(r.y, r.target);
        return r;
    }

    static constexpr bool gradient_agrees_with_dual_numbers(std::uint32_t seed, double units = 8) {
        auto const r = run(seed);
        for (std::size_t i = 0; i < Size; ++i) {
            auto const value =
                Loss{}.value(duals::one_variable(r.y, i), duals::constants(r.target));
            if (!compare::same_bits(value.value, r.value) ||
                !compare::near(r.derivative[i], static_cast<double>(value.derivative), units))
                return false;
        }
        return true;
    }

    // As one with an activation, it is what it is in two steps.
    template <class Activation>
    static constexpr bool one_step_agrees_with_two(std::uint32_t seed, double units = 16) {
        static_assert(ctnn::concepts::loss_fused_with<Loss, Activation, Scalar, Size>);
        seeded::random_numbers draw(seed);
        auto const v = draw.array<Scalar, Size>(-3, 3);
        auto const target = draw.distribution<Scalar, Size>();
        auto const y = ctnn::detail::apply_activation<Activation>(v);
        auto const two_steps =
            ctnn::detail::apply_activation_backward<Activation>(v, y, Loss{}.derivative(y, target));
        return compare::near(Loss{}.value(Activation{}, v, y, target),
                             static_cast<double>(Loss{}.value(y, target)), units) &&
               compare::near(Loss{}.derivative(Activation{}, v, y, target), two_steps, units);
    }

    static bool bits_are_the_same_in_the_compiler() {
        constexpr result compiled = run(7);
        auto const r = run(compare::opaque(std::uint32_t{7}));
        return compare::same_bits(compiled.value, r.value) &&
               compare::same_bits(compiled.derivative, r.derivative);
    }
};

} // namespace laws
