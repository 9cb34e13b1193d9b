#pragma once

#include <algorithm>
#include <cstddef>
#include <ctnn/host/prove.hpp>

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

// What takes hundreds of boxes: a range just above the largest output.
using model =
    net<float, ctnn::input<3>, ctnn::dense<10, relu>, ctnn::dense<10, relu>, ctnn::dense<2>>;
struct long_problem {
    model network;
    box<float, 3> inputs{{-1, -1, -1}, {1, 1, 1}};
    host::output_condition<2> wanted{};

    explicit long_problem(unsigned seed, double room = 0.02) {
        soundness::draw random(seed);
        network = soundness::network<model>(random);
        double most = -1e9;
        for (int k = 0; k < 20'000; ++k)
            most =
                std::max(most, static_cast<double>(network(soundness::point(random, inputs))[0]));
        wanted.rows = {{{{-1, 0}, most + room}}};
    }
};

// What takes many splits of relus: more inputs than neurons.
using many_inputs = net<float, ctnn::input<12>, ctnn::dense<8, relu>, ctnn::dense<2>>;
struct split_problem {
    many_inputs network;
    box<float, 12> inputs{};
    host::output_condition<2> wanted{};

    explicit split_problem(unsigned seed, double room) {
        soundness::draw random(seed);
        network = soundness::network<many_inputs>(random);
        inputs.lower.fill(-1), inputs.upper.fill(1);
        double most = -1e9;
        for (int k = 0; k < 20'000; ++k)
            most =
                std::max(most, static_cast<double>(network(soundness::point(random, inputs))[0]));
        wanted.rows = {{{{-1, 0}, most + room}}};
    }
};

inline host::proof_options with(unsigned threads, std::size_t boxes = 100'000) {
    host::proof_options options;
    options.threads = threads;
    options.boxes = boxes;
    return options;
}

} // namespace problems
