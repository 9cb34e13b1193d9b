#pragma once

#include <boost/hana/fold_left.hpp>
#include <cstddef>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/face/batch/activation_form.hpp>
#include <ctnn/face/batch/layers.hpp>
#include <ctnn/kernel/group.hpp>
#include <ctnn/kernel/transpose.hpp>
#include <type_traits>

namespace ctnn::batch {
CTNN_ARITHMETIC_BEGIN

// The forward pass of `count` samples, at most as many as groups_at_once holds; input(k) and
// output(k) are pointers to the numbers of sample k.
template <class Network, class Input, class Output>
[[gnu::flatten]] inline void infer(Network const& net, std::size_t count, Input const& input,
                                   Output const& output) {
    using scalar = typename Network::scalar;
    constexpr std::size_t group = kernel::group<scalar>;
    constexpr std::size_t size = layers_of<Network>::widest * group * groups_at_once<Network>;
    alignas(64) scalar here[size], there[size];
    std::size_t const groups = (count + group - 1) / group;
    for (std::size_t g = 0; g < groups; ++g)
        kernel::to_lanes<Network::input_size>(
            [&](std::size_t k) __attribute__((always_inline)) {
                // The lanes after the last sample repeat it.
                return input(g * group + k < count ? g * group + k : count - 1);
            },
            here + g * Network::input_size * group);
    struct places {
        scalar* in;
        scalar* out;
    };
    auto const last = boost::hana::fold_left(
        typename Network::computing_stages{}, places{here, there},
        [&net, groups](places ends, auto stage) {
            using now = decltype(stage);
            form_of<now>::type::forward(net.template layer<now::index>(), ends.in, ends.out,
                                        groups);
            activation_form<typename now::activation, scalar, now::output_size>::forward(
                ends.out, ends.out, groups);
            return places{ends.out, ends.in};
        });
    scalar nobody[Network::output_size];
    for (std::size_t g = 0; g < groups; ++g)
        kernel::from_lanes<Network::output_size>(
            last.in + g * Network::output_size * group, [&](std::size_t k) __attribute__((
                                                            always_inline)) {
                return g * group + k < count ? output(g * group + k) : nobody;
            });
}

// y[k] = net(x[k]) for `count` samples, bit for bit. The compiler and machines without vectors take
// one after the other, and so does the rest that is too small to fill lanes.
template <class Network>
constexpr void infer_all(Network const& net, typename Network::input_type const* x,
                         typename Network::output_type* y, std::size_t count) {
    std::size_t done = 0;
    if constexpr (goes_in_groups<Network>)
        if (!std::is_constant_evaluated()) {
            using scalar = typename Network::scalar;
            constexpr std::size_t most = kernel::group<scalar> * groups_at_once<Network>;
            while (count - done > few_samples<Network>) {
                std::size_t const now = count - done < most ? count - done : most;
                infer(
                    net, now, [=](std::size_t k) { return x[done + k].data(); },
                    [=](std::size_t k) { return y[done + k].data(); });
                done += now;
            }
        }
    for (; done < count; ++done)
        y[done] = net(x[done]);
}

CTNN_ARITHMETIC_END
} // namespace ctnn::batch
