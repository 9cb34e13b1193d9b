#pragma once

// One net of ctnn and one of a peer: first both must agree, then they take turns at the clock. What
// is measured is a function of its own, so that it is compiled once.

#include "mark.hpp"
#include "measure.hpp"
#include "nets.hpp"
#include "report.hpp"

#include <cmath>
#include <ctnn/training/learner_of.hpp>
#include <ctnn/training/train_in_place.hpp>
#include <ctnn/training/training_memory.hpp>
#include <memory>
#include <string>
#include <vector>

namespace benchmark {

// One net of ctnn beside one of a peer, for a file that knows nothing of the peer.
class any_comparison {
public:
    virtual ~any_comparison() = default;
    virtual char const* name() const = 0; // of the peer
    virtual bool trains() const = 0;
    virtual std::size_t samples_at_once() const = 0;

    virtual void infer_all() const = 0;
    virtual void peer_infers_all() const = 0;
    virtual void train(std::size_t batch) = 0;
    virtual void peer_trains() = 0;
    virtual void peer_trains_in_batches() = 0;

    // The largest difference of outputs: the two add in another order and have another exp.
    virtual double difference() const = 0;

    // False where the two disagree, which ends the comparison.
    virtual bool compare_inference(report& out, std::size_t repetitions) = 0;
    virtual void compare_cold_inference(report& out, std::size_t repetitions, cold_caches&) = 0;
    virtual void compare_single_calls(report& out, std::size_t calls) = 0;
    virtual void compare_training(report& out, std::size_t repetitions) = 0;
};

// Each in a file of its own, which takes long to compile; nullptr where the peer has no such net or
// is not there.
template <class Net>
std::unique_ptr<any_comparison> against_eigen(Net net);
template <class Net>
std::unique_ptr<any_comparison> adam_against_eigen(Net net);
template <class Net>
std::unique_ptr<any_comparison> against_fann(Net net);

// What a peer that does not train is compared with.
struct no_peer_rule {
    static constexpr char const* name = "training";
    static constexpr ctnn::sgd same() { return {.learning_rate = learning_rate}; }
};
template <class Peer>
struct rule_of {
    using type = no_peer_rule;
};
template <class Peer>
    requires requires {
        typename Peer::rule_type;
    }
struct rule_of<Peer> {
    using type = typename Peer::rule_type;
};

template <class Net, class Peer>
class comparison final : public any_comparison {
public:
    using network = typename Net::network;
    using rule = typename rule_of<Peer>::type;
    using learner = ctnn::learner_of<network, decltype(rule::same())>;
    using memory_type = ctnn::training_memory<network, decltype(learner::state)>;
    static constexpr bool peer_has_training = requires { typename Peer::target; };
    // Samples: a multiple of batch_size, less for larger networks.
    static constexpr std::size_t count = sizeof(network) < 1000 ? 2048 : 256;

    char const* name() const override { return Peer::name; }
    bool trains() const override { return peer_has_training; }
    std::size_t samples_at_once() const override { return count; }

    explicit comparison(Net which)
        : net(which), samples(Net::samples(count)),
          start(std::make_unique<aligned_network>(aligned_network{Net::initial()})),
          ours(std::make_unique<aligned_network>(*start)),
          untrained(std::make_unique<learner>(learner{start->value})),
          memory(std::make_unique<memory_type>()), peer_start(std::make_unique<Peer>(start->value)),
          peer(std::make_unique<Peer>(start->value)) {
        for (auto const& one : samples)
            inputs.push_back(Peer::input_of(one.input));
        if constexpr (peer_has_training) {
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

    [[gnu::noinline]] auto infer(std::size_t k) const {
        return ours->value(samples[k % count].input);
    }
    [[gnu::noinline]] auto peer_infers(std::size_t k) const { return (*peer)(inputs[k % count]); }

    void infer_all() const override {
        for (auto const& one : samples)
            keep(ours->value(one.input));
    }
    void peer_infers_all() const override {
        for (auto const& input : inputs)
            keep((*peer)(input));
    }

    [[gnu::noinline]] void infer_in_turn() const { in_turn(ours->value, samples[0].input); }
    [[gnu::noinline]] void peer_infers_in_turn() const { in_turn(*peer, inputs[0]); }

    void train(std::size_t batch) override {
        memory->result = *untrained; // as the peer does
        keep(ctnn::train_in_place(*memory, typename Net::loss{}, rule::same(), samples,
                                  {.batch_size = batch})
                 .loss);
    }
    void peer_trains() override {
        peer_trains_with(inputs.size(), [this](std::size_t k, auto const& learn) {
            learn(inputs[k], targets[k]);
        });
    }
    void peer_trains_in_batches() override {
        peer_trains_with(batches.size(), [this](std::size_t k, auto const& learn) {
            learn(batches[k].input, batches[k].target);
        });
    }

    double difference() const override {
        double largest = 0;
        for (std::size_t k = 0; k < count; ++k) {
            auto const y = infer(k);
            auto const z = peer_infers(k);
            for (std::size_t j = 0; j < y.size(); ++j) {
                auto const error = std::fabs(double(y[j]) - double(z[static_cast<int>(j)]));
                largest = error <= largest ? largest : error; // a NaN stays
            }
        }
        return largest;
    }

    // --- The table ----------------------------------------------------------------------------------

    bool compare_inference(report& out, std::size_t repetitions) override {
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

    void compare_cold_inference(report& out, std::size_t repetitions,
                                cold_caches& caches) override {
        std::vector<double> first, second;
        for (std::size_t k = 0; k < repetitions; ++k) {
            caches.make();
            first.push_back(time_of([&] { keep(infer(k)); }));
            caches.make();
            second.push_back(time_of([&] { keep(peer_infers(k)); }));
        }
        ratio(out, "inference, cold caches",
              {turns{quantile(first, 0), quantile(first, 0.5)},
               turns{quantile(second, 0), quantile(second, 0.5)}});
    }

    void compare_single_calls(report& out, std::size_t calls) override {
        out.single_calls(net.letter, net.shape, "ctnn",
                         distribution_of(calls, [&](std::size_t k) { keep(infer(k)); }));
        out.single_calls(net.letter, net.shape, Peer::name,
                         distribution_of(calls, [&](std::size_t k) { keep(peer_infers(k)); }));
    }

    void compare_training(report& out, std::size_t repetitions) override {
        train(1);
        ours->value = memory->result.network;
        peer_trains();
        if (agree(out, "after training with samples", 1e-3))
            ratio(out, (std::string(rule::name) + ", one sample").c_str(),
                  measure_in_turn(
                      count, repetitions, [&] { train(1); }, [&] { peer_trains(); }));
        train(batch_size);
        ours->value = memory->result.network;
        peer_trains_in_batches();
        if (agree(out, "after training with batches", 1e-3))
            ratio(out, (std::string(rule::name) + ", batches of 32").c_str(),
                  measure_in_turn(
                      count, repetitions, [&] { train(batch_size); },
                      [&] { peer_trains_in_batches(); }));
    }

private:
    // As train() does, from the start and in place: the network that is given stays as it is.
    template <class Give>
    void peer_trains_with([[maybe_unused]] std::size_t steps, [[maybe_unused]] Give const& give) {
        if constexpr (peer_has_training) {
            *peer = *peer_start;
            float total = 0, one = 0;
            for (std::size_t k = 0; k < steps; ++k) {
                give(k, [&](auto const& input, auto const& target) {
                    peer->learn_from(input, target, one);
                });
                total += one;
            }
            keep(total);
        }
    }

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

    void ratio(report& out, char const* what, std::array<turns, 2> const& times) const {
        out.ratio(net.letter, net.shape, what, Peer::name, times[0], times[1]);
    }

    // Eigen's matrices lie on lines of the cache as well.
    struct alignas(64) aligned_network {
        network value;
    };
    struct nothing {};
    template <class P>
    struct data_of {
        using target = nothing;
        struct batch {
            nothing input, target;
        };
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
    std::unique_ptr<aligned_network> start, ours;
    std::unique_ptr<learner> untrained;
    std::unique_ptr<memory_type> memory;
    std::unique_ptr<Peer> peer_start, peer;
};

} // namespace benchmark
