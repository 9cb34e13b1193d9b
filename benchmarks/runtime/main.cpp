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
#include "eigen_network.hpp"
#include "fann_network.hpp"

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

// What is run, for each net and each peer that has it.
template <class Action>
void for_each_comparison(Action const& action) {
    benchmark::for_each_net([&]<class Net>(Net net) {
#ifdef CTNN_HAS_EIGEN
        benchmark::comparison<Net, benchmark::eigen::network<Net>> with_eigen(net);
        action(net, with_eigen, std::true_type{});
#endif
#ifdef CTNN_HAS_FANN
        using fann = benchmark::fann::network<Net>;
        if constexpr (fann::has_it) {
            benchmark::comparison<Net, fann> with_fann(net);
            action(net, with_fann, std::false_type{});
        }
#endif
    });
}

void compare(report& out, std::size_t repetitions) {
    benchmark::cold_caches caches;
    out.heading();
    for_each_comparison([&](auto, auto& pair, auto trains) {
        if (!pair.compare_inference(out, repetitions))
            return;
        if constexpr (trains) {
            pair.compare_cold_inference(out, repetitions, caches);
            pair.compare_training(out, repetitions);
        }
    });
}

void call_one_by_one(report& out, std::size_t calls) {
    out.heading_of_single_calls(calls);
    out.single_calls("", "", "nothing", benchmark::distribution_of(calls, [](std::size_t) {}));
    for_each_comparison([&](auto, auto& pair, auto trains) {
        if constexpr (trains)
            pair.compare_single_calls(out, calls);
    });
}

} // namespace

TEST_CASE("the networks and their peers") {
    for_each_comparison([](auto net, auto& pair, auto trains) {
        std::string const name = std::string(net.letter) + " " + pair.peer_name + ", ";
        CHECK(pair.difference() < 1e-5);
        BENCHMARK(name + "ctnn: " + std::to_string(pair.count) + " inferences") {
            pair.infer_all();
        };
        BENCHMARK(name + "peer") {
            pair.peer_infers_all();
        };
        if constexpr (trains) {
            BENCHMARK(name + "ctnn: training with these samples") {
                pair.train(1);
            };
            BENCHMARK(name + "peer") {
                pair.peer_trains();
            };
            BENCHMARK(name + "ctnn: training in batches of 32") {
                pair.train(benchmark::batch_size);
            };
            BENCHMARK(name + "peer") {
                pair.peer_trains_in_batches();
            };
        }
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
