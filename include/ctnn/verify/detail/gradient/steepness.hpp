#pragma once

#include <array>
#include <cstddef>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/verify/box.hpp>
#include <ctnn/verify/detail/gradient/gradient_chain.hpp>
#include <ctnn/verify/detail/gradient/real_distance.hpp>
#include <ctnn/verify/detail/linear/linear_chain.hpp>
#include <limits>

namespace ctnn::verify::detail {
CTNN_ARITHMETIC_BEGIN

// How fast the outputs of a network change over a box, in the maximum norm.
template <class Network>
struct steepness {
    using scalar = typename Network::scalar;
    static constexpr std::size_t inputs = Network::input_size, outputs = Network::output_size;

    derivatives<outputs, inputs> slopes;
    double errors[outputs]{};                               // of the program, from roundings
    double limit = std::numeric_limits<double>::infinity(); // no output changes faster
    std::size_t steepest = 0;                               // the output that has this limit
    bool known = false;

    constexpr steepness(Network const& net, box<scalar, inputs> const& in)
        : steepness(net, in, in) {}

    // Inputs that cannot change in `all` do not count.
    constexpr steepness(Network const& net, box<scalar, inputs> const& in,
                        box<scalar, inputs> const& all) {
        linear_chain<Network, static_cast<int>(Network::depth) - 1> const chain(
            net, in, last_layer_for_derivatives<Network>);
        known = differentiate(chain, slopes);
        if (!known)
            return;
        real_distances(chain, errors);
        limit = 0;
        for (std::size_t j = 0; j < outputs; ++j) {
            double sum = 0;
            for (std::size_t i = 0; i < inputs; ++i)
                if (all.lower[i] < all.upper[i])
                    sum += magnitude_of(slopes.low[j][i], slopes.high[j][i]);
            sum *= 1 + static_cast<double>(inputs + 2) * unit;
            if (!(sum <= limit))
                limit = sum, steepest = j;
        }
    }
};

CTNN_ARITHMETIC_END
} // namespace ctnn::verify::detail
