#pragma once

#include <algorithm>
#include <cstddef>
#include <ctnn/host/prove.hpp>

#include <ctnn/activation/relu.hpp>
#include <ctnn/layer/dense.hpp>
#include <ctnn/network/network.hpp>

#include "../soundness/nets.hpp"
#include "../support/tent.hpp"

// Problems and options of the tests of proofs on the host.

namespace problems {

namespace verify = ctnn::verify;
namespace host = ctnn::host;
using by_hand::tent, by_hand::tent_at, by_hand::unit;
using ctnn::box;
using ctnn::relu;

template <class T, class... Layers>
using net = ctnn::network<T, Layers...>;

inline constexpr verify::condition<1, 1, 1> below_half{{{{{{{-1}, 0.5}}}}}};

// What takes many boxes: a range just above the largest output.
template <class Network>
struct range_problem {
    Network network;
    box<float, Network::input_size> inputs{};
    host::output_condition<2> wanted{};

    explicit range_problem(unsigned seed, double room = 0.02) {
        soundness::draw random(seed);
        network = soundness::network<Network>(random);
        inputs.lower.fill(-1), inputs.upper.fill(1);
        double most = -1e9;
        for (int k = 0; k < 20'000; ++k)
            most =
                std::max(most, static_cast<double>(network(soundness::point(random, inputs))[0]));
        wanted.rows = {{{{-1, 0}, most + room}}};
    }
};

// (seed 16) hundreds of cuts
using long_problem = range_problem<
    net<float, ctnn::input<3>, ctnn::dense<10, relu>, ctnn::dense<10, relu>, ctnn::dense<2>>>;
// (seed 19) thousands of them
using longer_problem = range_problem<
    net<float, ctnn::input<8>, ctnn::dense<8, relu>, ctnn::dense<8, relu>, ctnn::dense<2>>>;
// (seed 8, room 0.3) hundreds of splits of relus: more inputs than neurons
using many_inputs = net<float, ctnn::input<12>, ctnn::dense<8, relu>, ctnn::dense<2>>;
using split_problem = range_problem<many_inputs>;

inline host::proof_options with(unsigned threads, std::size_t boxes = 100'000) {
    host::proof_options options;
    options.threads = threads;
    options.boxes = boxes;
    return options;
}

} // namespace problems
