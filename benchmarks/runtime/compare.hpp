#pragma once

// One net of ctnn and one of a peer: first both must agree, then they take turns at the clock. What
// is measured is a function of its own, so that it is compiled once.

#include "mark.hpp"
#include "measure.hpp"
#include "nets.hpp"
#include "report.hpp"

#include <cmath>
#include <ctnn/train.hpp>
#include <memory>
#include <vector>

namespace benchmark {

template <class Net, class Peer>
class comparison {
public:
    using network = typename Net::network;
    // Samples: a multiple of batch_size, less for larger networks.
    static constexpr std::size_t count = sizeof(network) < 1000 ? 2048 : 256;

    static constexpr char const* peer_name = Peer::name;

    explicit comparison(Net name)
        : net(name), samples(Net::samples(count)), start(std::make_unique<network>(Net::initial())),
          ours(std::make_unique<network>(*start)), peer_start(std::make_unique<Peer>(*start)),
          peer(std::make_unique<Peer>(*start)) {
        for (auto const& one : samples)
            inputs.push_back(Peer::input_of(one.input));
        if constexpr (requires { typename Peer::target; }) {
            for (auto const& one : samples)
                targets.push_back(Peer::target_of(one.target));
            batches.resize(count / batch_size);
            for (std::size_t k = 0; k < count; ++k) {
                auto const column = static_cast<int>(k % batch_size);
                batches[k / batch_size].input.col(column) = inputs[k];
                batches[k / batch_size].target.col(column) = targets[k];
            }
        }
    }

    // --- ctnn, and the peer ------------------------------------------------------------------------

    [[gnu::noinline]] void infer(std::size_t k) const { keep((*ours)(samples[k % count].input)); }
    [[gnu::noinline]] void peer_infers(std::size_t k) const { keep((*peer)(inputs[k % count])); }

    [[gnu::noinline]] void infer_all() const {
        for (auto const& one : samples)
            keep((*ours)(one.input));
    }
    [[gnu::noinline]] void peer_infers_all() const {
        for (auto const& input : inputs)
            keep((*peer)(input));
    }

    [[gnu::noinline]] void infer_in_turn() const { in_turn(*ours, samples[0].input); }
    [[gnu::noinline]] void peer_infers_in_turn() const { in_turn(*peer, inputs[0]); }

    [[gnu::noinline]] void train(std::size_t batch) {
        auto const result =
            ctnn::train(*start, typename Net::loss{}, ctnn::sgd{.learning_rate = learning_rate},
                        samples, {.batch_size = batch});
        *ours = result.network;
        keep(result);
    }
    // As train() does, from the start: the network that is given stays as it is.
    [[gnu::noinline]] void peer_trains() {
        *peer = *peer_start;
        float total = 0, one = 0;
        for (std::size_t k = 0; k < count; ++k) {
            peer->learn(inputs[k], targets[k], learning_rate, one);
            total += one;
        }
        keep(total);
    }
    [[gnu::noinline]] void peer_trains_in_batches() {
        *peer = *peer_start;
        float total = 0, one = 0;
        for (auto const& batch : batches) {
            peer->learn(batch.input, batch.target, learning_rate, one);
            total += one;
        }
        keep(total);
    }

    // The largest difference of outputs: the two add in another order and have another exp.
    double difference() const {
        double largest = 0;
        for (std::size_t k = 0; k < count; ++k) {
            auto const y = (*ours)(samples[k].input);
            auto const& z = (*peer)(inputs[k]);
            for (std::size_t j = 0; j < y.size(); ++j) {
                auto const error = std::fabs(double(y[j]) - double(z[static_cast<int>(j)]));
                largest = error <= largest ? largest : error; // a NaN stays
            }
        }
        return largest;
    }

    // --- The table ----------------------------------------------------------------------------------

    // False where the two disagree, which ends the comparison.
    bool compare_inference(report& out, std::size_t repetitions) {
        if (!agree(out, "before training", 1e-5))
            return false;
        ratio(out, "inference, throughput",
              measure_in_turn(
                  count, repetitions, [&] { infer_all(); }, [&] { peer_infers_all(); }));
        ratio(out, "inference, latency",
              measure_in_turn(
                  count, repetitions, [&] { infer_in_turn(); }, [&] { peer_infers_in_turn(); }));
        return true;
    }

    void compare_cold_inference(report& out, std::size_t repetitions, cold_caches& caches) {
        std::vector<double> first, second;
        for (std::size_t k = 0; k < repetitions; ++k) {
            caches.make();
            first.push_back(time_of([&] { infer(k); }));
            caches.make();
            second.push_back(time_of([&] { peer_infers(k); }));
        }
        ratio(out, "inference, cold caches", {quantile(first, 0.5), quantile(second, 0.5)});
    }

    void compare_single_calls(report& out, std::size_t calls) {
        out.single_calls(net.letter, net.shape, "ctnn",
                         distribution_of(calls, [&](std::size_t k) { infer(k); }));
        out.single_calls(net.letter, net.shape, Peer::name,
                         distribution_of(calls, [&](std::size_t k) { peer_infers(k); }));
    }

    void compare_training(report& out, std::size_t repetitions) {
        train(1);
        peer_trains();
        if (agree(out, "after training with samples", 1e-3))
            ratio(out, "training, one sample",
                  measure_in_turn(
                      count, repetitions, [&] { train(1); }, [&] { peer_trains(); }));
        train(batch_size);
        peer_trains_in_batches();
        if (agree(out, "after training with batches", 1e-3))
            ratio(out, "training, batches of 32",
                  measure_in_turn(
                      count, repetitions, [&] { train(batch_size); },
                      [&] { peer_trains_in_batches(); }));
    }

private:
    // Each input waits for the output before it, and is the same number.
    template <class Network, class Input>
    static void in_turn(Network const& network, Input input) {
        for (std::size_t k = 0; k < count; ++k) {
            input[0] += 0 * network(input)[0];
            keep(input);
        }
    }

    bool agree(report& out, char const* when, double tolerance) const {
        double const error = difference();
        if (error <= tolerance)
            return true;
        out.disagree(net.letter, Peer::name, when, error);
        return false;
    }

    void ratio(report& out, char const* what, std::array<double, 2> const& times) const {
        out.ratio(net.letter, net.shape, what, Peer::name, times[0], times[1]);
    }

    struct nothing {};
    template <class P>
    struct data_of {
        using target = nothing;
        using batch = nothing;
    };
    template <class P>
        requires requires {
            typename P::target;
        }
    struct data_of<P> {
        using target = typename P::target;
        using batch = typename P::batch_of_samples;
    };

    Net net;
    std::vector<typename Net::sample> samples;
    std::vector<typename Peer::input> inputs;
    std::vector<typename data_of<Peer>::target> targets;
    std::vector<typename data_of<Peer>::batch> batches;
    // On the heap: the largest is 400 kB.
    std::unique_ptr<network> start, ours;
    std::unique_ptr<Peer> peer_start, peer;
};

} // namespace benchmark
