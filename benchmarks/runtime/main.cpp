// The five networks in ctnn and in its peers, built with the same flags: inference, training with
// one sample, training in batches. A table of ratios, the peer's median time by ctnn's: above 1,
// ctnn is the faster one.
//
//     runtime [--repetitions N] [--calls N] [--json FILE] [--parameters FOLDER]
//     runtime --catch [OPTIONS OF CATCH2]      the same as benchmarks of Catch2
//
// --parameters FOLDER writes what another program needs to compare itself (against_pytorch).

#if __has_include(<catch2/catch_session.hpp>)
#include <catch2/benchmark/catch_benchmark.hpp>
#include <catch2/catch_session.hpp>
#include <catch2/catch_test_macros.hpp>
#else
#define CATCH_CONFIG_RUNNER
#include <catch2/catch.hpp>
#endif

#include "compare.hpp"

#include <cstdlib>
#include <string>

namespace {

using benchmark::report;

struct options {
    std::size_t repetitions = 101;
    std::size_t calls = 1000000;
    char const* json = nullptr;
    std::string parameters;
};

// Floats: the parameters, one input, and the output for it.
template <class Net>
bool write_parameters(Net net, std::string const& folder) {
    auto const network = std::make_unique<typename Net::network>(net.initial());
    auto const x = net.samples(1)[0].input;
    auto const y = (*network)(x);
    std::FILE* const file = std::fopen((folder + "/" + net.letter + ".f32").c_str(), "wb");
    if (file == nullptr)
        return false;
    bool const written = std::fwrite(network.get(), sizeof *network, 1, file) == 1 &&
                         std::fwrite(&x, sizeof x, 1, file) == 1 &&
                         std::fwrite(&y, sizeof y, 1, file) == 1;
    return std::fclose(file) == 0 && written;
}

// Each net with each peer that is there and has it.
template <class Action>
void for_each_comparison(Action const& action) {
    benchmark::for_each_net([&](auto net) {
        if (auto const pair = benchmark::against_eigen(net))
            action(net, *pair);
        if (auto const pair = benchmark::against_fann(net))
            action(net, *pair);
    });
}

void compare(report& out, std::size_t repetitions) {
    benchmark::cold_caches caches;
    out.heading();
    for_each_comparison([&](auto, benchmark::any_comparison& pair) {
        if (!pair.compare_inference(out, repetitions) || !pair.trains())
            return;
        pair.compare_cold_inference(out, repetitions, caches);
        pair.compare_training(out, repetitions);
    });
    benchmark::for_each_net([&](auto net) {
        if (auto const pair = benchmark::adam_against_eigen(net))
            pair->compare_training(out, repetitions);
    });
}

void call_one_by_one(report& out, std::size_t calls) {
    out.heading_of_single_calls(calls);
    out.single_calls("", "", "nothing", benchmark::distribution_of(calls, [](std::size_t) {}));
    for_each_comparison([&](auto, benchmark::any_comparison& pair) {
        if (pair.trains())
            pair.compare_single_calls(out, calls);
    });
}

} // namespace

TEST_CASE("the networks and their peers") {
    for_each_comparison([](auto net, benchmark::any_comparison& pair) {
        std::string const name = net.letter + (", " + std::to_string(pair.samples_at_once()));
        CHECK(pair.difference() < 1e-5);
        BENCHMARK(name + " inferences, ctnn") {
            pair.infer_all();
        };
        BENCHMARK(name + " inferences, " + pair.name()) {
            pair.peer_infers_all();
        };
        if (!pair.trains())
            return;
        BENCHMARK(name + " samples one by one, ctnn") {
            pair.train(1);
        };
        BENCHMARK(name + " samples one by one, " + pair.name()) {
            pair.peer_trains();
        };
        BENCHMARK(name + " samples in batches, ctnn") {
            pair.train(benchmark::batch_size);
        };
        BENCHMARK(name + " samples in batches, " + pair.name()) {
            pair.peer_trains_in_batches();
        };
    });
}

int main(int count, char** arguments) {
    options given;
    for (int i = 1; i < count; ++i) {
        std::string const name = arguments[i];
        if (name == "--catch")
            return Catch::Session().run(count - i, arguments + i);
        char* const value = i + 1 < count ? arguments[++i] : nullptr;
        if (value != nullptr && name == "--repetitions")
            given.repetitions = std::strtoul(value, nullptr, 10);
        else if (value != nullptr && name == "--calls")
            given.calls = std::strtoul(value, nullptr, 10);
        else if (value != nullptr && name == "--json")
            given.json = value;
        else if (value != nullptr && name == "--parameters")
            given.parameters = value;
        else {
            std::printf("runtime: %s is not an option, or lacks its value\n", name.c_str());
            return EXIT_FAILURE;
        }
    }

    report out;
    out.build();
    bool written = true;
    if (!given.parameters.empty())
        benchmark::for_each_net(
            [&](auto net) { written = write_parameters(net, given.parameters) && written; });
    if (given.repetitions > 0)
        compare(out, given.repetitions);
    if (given.calls > 0)
        call_one_by_one(out, given.calls);
    if (given.json != nullptr)
        written = out.write_json(given.json) && written;
    if (!written)
        std::puts("A file could not be written.");
    return out.all_agree && written ? EXIT_SUCCESS : EXIT_FAILURE;
}
