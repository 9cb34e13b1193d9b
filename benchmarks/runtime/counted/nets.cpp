// What the five networks do, between marks for callgrind: each task with so many calls and with
// twice as many, so that the difference is the calls' alone.

#include "../nets.hpp"
#include "../mark.hpp"

#include <cstdio>
#include <ctnn/optimizer/adam.hpp>
#include <ctnn/optimizer/sgd.hpp>
#include <ctnn/optimizer/sgd_momentum.hpp>
#include <ctnn/training/train.hpp>
#include <memory>
#include <span>
#include <type_traits>

namespace {

template <class Task>
void count(char const* letter, char const* what, std::size_t calls, Task const& task) {
    for (std::size_t times : {1, 2}) {
        mark();
        task(calls * times);
        mark();
        std::printf("%s %s %zu\n", letter, what, calls * times);
    }
}

} // namespace

int main() {
    benchmark::for_each_net([]<class Net>(Net net) {
        auto const samples = net.samples(4 * benchmark::batch_size);
        auto const network = std::make_unique<typename Net::network>(net.initial());
        count(net.letter, "inference", 4, [&](std::size_t calls) {
            for (std::size_t i = 0; i < calls; ++i)
                benchmark::keep((*network)(samples[i].input));
        });
        auto const train = [&](auto const& optimizer, std::size_t batch_size) {
            return [&, batch_size](std::size_t calls) {
                auto const some = std::span(samples).first(calls);
                benchmark::keep(ctnn::train(*network, typename Net::loss{}, optimizer, some,
                                            {.batch_size = batch_size}));
            };
        };
        constexpr std::size_t batch_size = benchmark::batch_size;
        constexpr ctnn::sgd sgd{.learning_rate = benchmark::learning_rate};
        count(net.letter, "sample", 4, train(sgd, 1));
        count(net.letter, "batch", 2 * batch_size, train(sgd, batch_size));
        // Optimizers that remember something, of one network: what they cost for a parameter is the same in all.
        if constexpr (std::is_same_v<Net, benchmark::net_b>) {
            constexpr ctnn::sgd_momentum momentum{.learning_rate = benchmark::learning_rate};
            count(net.letter, "momentum sample", 4, train(momentum, 1));
            constexpr ctnn::adam adam{};
            count(net.letter, "adam sample", 4, train(adam, 1));
            count(net.letter, "adam batch", 2 * batch_size, train(adam, batch_size));
        }
    });
}
