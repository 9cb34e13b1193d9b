#pragma once

#include <cstdint>
#include <ctnn/network/backpropagate.hpp>
#include <ctnn/network/network.hpp>

#include "../support/duals.hpp"
#include "../support/random_numbers.hpp"

namespace laws {

// What every network must keep with every loss, on random numbers of a seed. Each law is a constant
// expression; the last one is asked on the machine.
template <class Network, class Loss>
struct network {
    using scalar = typename Network::scalar;

    struct example {
        Network net;
        typename Network::input_type x;
        typename Network::output_type target;
    };
    static constexpr example made_of(std::uint32_t seed) {
        seeded::random_numbers draw(seed);
        return {draw.network<Network>(), draw.array<scalar, Network::input_size>(),
                draw.distribution<scalar, Network::output_size>()};
    }
    static constexpr ctnn::backpropagation<Network> run(std::uint32_t seed) {
        auto const [net, x, target] = made_of(seed);
        return backpropagate(net, Loss{}, x, target);
    }

    static constexpr bool output_and_loss_are_those_of_the_forward_pass(std::uint32_t seed) {
        auto const [net, x, target] = made_of(seed);
        auto const back = run(seed);
        return compare::same_bits(back.output, net(x)) &&
               compare::same_bits(back.loss, ctnn::loss(net, Loss{}, x, target));
    }

    static constexpr bool gradient_agrees_with_dual_numbers(std::uint32_t seed, double units = 64) {
        auto const [net, x, target] = made_of(seed);
        auto expected = duals::gradient(net, Loss{}, x, target);
        if constexpr (compare::freezes<Network>())
            for (std::size_t k = 0; k < expected.size(); ++k)
                if (!compare::trained<Network>()[k])
                    expected[k] = 0;
        return compare::near(compare::flat(run(seed).gradient), expected, units);
    }

    static bool bits_are_the_same_in_the_compiler() {
        constexpr auto compiled = run(7);
        auto const back = run(compare::opaque(std::uint32_t{7}));
        return compare::same_bits(compiled.output, back.output) &&
               compare::same_bits(compiled.loss, back.loss) &&
               compare::same_bits(compare::flat(compiled.gradient), compare::flat(back.gradient));
    }
};

} // namespace laws
