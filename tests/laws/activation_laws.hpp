#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <ctnn/concept/activation.hpp>
#include <ctnn/concept/customization.hpp>
#include <ctnn/layer/dense.hpp>
#include <ctnn/loss/mean_squared_error.hpp>
#include <ctnn/network/backpropagate.hpp>
#include <ctnn/network/network.hpp>
#include <ctnn/placed/detail/apply_activation.hpp>
#include <ctnn/tensor/input.hpp>

#include "../support/duals.hpp"
#include "../support/random_numbers.hpp"

namespace laws {

// What every activation must keep, on random numbers of a seed. Each law is a constant expression;
// the last one is asked on the machine.
template <class Activation, class Scalar, std::size_t Size>
struct activation {
    static_assert(ctnn::concepts::activation<Activation, Scalar, Size>);
    static_assert(ctnn::concepts::activation<Activation, ctnn::dual<Scalar>, Size>);

    using values = std::array<Scalar, Size>;

    struct result {
        values y;
        values dx;
    };
    static constexpr result run(std::uint32_t seed) {
        seeded::random_numbers draw(seed);
        auto const x = draw.array<Scalar, Size>(-4, 4);
        auto const y = ctnn::detail::apply_activation<Activation>(x);
        auto const dy = draw.array<Scalar, Size>();
        return {y, ctnn::detail::apply_activation_backward<Activation>(x, y, dy)};
    }

    // What it says of its derivative: from y alone it has the same bits.
    static constexpr bool derives_from_its_output_if_it_says_so(std::uint32_t seed) {
        if constexpr (ctnn::customization::derives_from_its_output<Activation>) {
            seeded::random_numbers draw(seed);
            for (Scalar const x : draw.array<Scalar, Size>(-4, 4)) {
                Scalar const y = Activation::value(x);
                if (!compare::same_bits(Activation::derivative(y, y), Activation::derivative(x, y)))
                    return false;
            }
        }
        return true;
    }

    // The slope of dot(dy, activation(x)) in each direction is what backward says; the value that
    // dual numbers carry is that of the plain scalar, bit for bit.
    static constexpr bool gradient_agrees_with_dual_numbers(std::uint32_t seed, double units = 8) {
        seeded::random_numbers draw(seed);
        auto const x = draw.array<Scalar, Size>(-4, 4);
        auto const expected = run(seed);
        auto const dy = draw.array<Scalar, Size>();
        for (std::size_t i = 0; i < Size; ++i) {
            auto const y = ctnn::detail::apply_activation<Activation>(duals::one_variable(x, i));
            double slope = 0;
            for (std::size_t j = 0; j < Size; ++j) {
                slope += static_cast<double>(dy[j]) * static_cast<double>(y[j].derivative);
                if (!compare::same_bits(y[j].value, expected.y[j]))
                    return false;
            }
            if (!compare::near(expected.dx[i], slope, units))
                return false;
        }
        return true;
    }

    // In a layer or as a layer of its own, at the end or in the middle, it is the same network.
    static constexpr bool is_the_same_as_a_layer(std::uint32_t seed) {
        using ctnn::dense;
        using in =
            ctnn::network<Scalar, ctnn::input<2>, dense<Size, Activation>, dense<Size, Activation>>;
        using apart =
            ctnn::network<Scalar, ctnn::input<2>, dense<Size>, Activation, dense<Size>, Activation>;
        static_assert(sizeof(in) == sizeof(apart));
        seeded::random_numbers draw(seed);
        auto const parameters = draw.array<Scalar, in::parameter_count>();
        auto const x = draw.array<Scalar, 2>();
        auto const target = draw.array<Scalar, Size>();
        ctnn::mean_squared_error const loss{};
        auto const a = backpropagate(compare::network_of<in>(parameters), loss, x, target);
        auto const b = backpropagate(compare::network_of<apart>(parameters), loss, x, target);
        return compare::same_bits(a.output, b.output) && compare::same_bits(a.loss, b.loss) &&
               compare::same_bits(compare::flat(a.gradient), compare::flat(b.gradient));
    }

    static bool bits_are_the_same_in_the_compiler() {
        constexpr result compiled = run(7);
        return compare::same_bits(compiled, run(compare::opaque(std::uint32_t{7})));
    }
};

} // namespace laws
