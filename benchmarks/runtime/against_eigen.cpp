// The same networks in ctnn and in Eigen, of fixed size, built with the same flags: inference, and training with
// batches of one, the loss computed. First both must agree; then they take turns at the clock.

#include "eigen_network.hpp"
#include "measure.hpp"

#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <ctnn/activation/relu.hpp>
#include <ctnn/activation/softmax.hpp>
#include <ctnn/initialize.hpp>
#include <ctnn/initializer/glorot_uniform.hpp>
#include <ctnn/input.hpp>
#include <ctnn/layer/dense.hpp>
#include <ctnn/loss/cross_entropy.hpp>
#include <ctnn/network.hpp>
#include <ctnn/optimizer/sgd.hpp>
#include <ctnn/sample.hpp>
#include <ctnn/train.hpp>
#include <memory>
#include <vector>

#ifndef CTNN_HAS_EIGEN

int main() {
    std::puts("This benchmark needs Eigen: .ci/setup --benchmarks, or Debian's libeigen3-dev.");
}

#else

namespace {

constexpr double rate = 0.01;

template <class Scalar>
struct name_of;
template <>
struct name_of<float> {
    static constexpr char const* value = "float";
};
template <>
struct name_of<double> {
    static constexpr char const* value = "double";
};

bool all_agree = true;
double least_ratio = 1e9;

// Samples for both: numbers between -1 and 1, the classes in turn.
template <class Network, class Eigen>
struct samples {
    std::vector<ctnn::sample<typename Network::input_type, typename Network::output_type>> ours;
    std::vector<typename Eigen::input> inputs;
    std::vector<typename Eigen::output> targets;

    explicit samples(std::size_t count) : ours(count), inputs(count), targets(count) {
        using scalar = typename Network::scalar;
        std::uint32_t state = 1;
        for (std::size_t k = 0; k < count; ++k) {
            for (std::size_t i = 0; i < Network::input_size; ++i) {
                state = state * 1664525 + 1013904223;
                auto const x = static_cast<scalar>(state >> 8) / scalar(1 << 23) - 1;
                ours[k].input[i] = x;
                inputs[k](static_cast<int>(i)) = x;
            }
            for (std::size_t j = 0; j < Network::output_size; ++j) {
                auto const t = static_cast<scalar>((state >> 9) % Network::output_size == j);
                ours[k].target[j] = t;
                targets[k](static_cast<int>(j)) = t;
            }
        }
    }
};

template <class Network, class Eigen>
double largest_difference(Network const& net, Eigen const& theirs,
                          samples<Network, Eigen> const& data) {
    double largest = 0;
    for (std::size_t k = 0; k < data.ours.size(); ++k) {
        auto const y = net(data.ours[k].input);
        auto const z = theirs(data.inputs[k]);
        for (std::size_t j = 0; j < y.size(); ++j)
            largest = std::fmax(largest, std::fabs(static_cast<double>(y[j]) -
                                                   static_cast<double>(z(static_cast<int>(j)))));
    }
    return largest;
}

void row(char const* name, char const* scalar, char const* what, benchmark::pair_of_times times) {
    std::printf("%-12s %-7s %-10s %10.1f %10.1f %8.2f\n", name, scalar, what, times.ours,
                times.theirs, times.ratio());
    least_ratio = std::fmin(least_ratio, times.ratio());
}

template <class Network, class Eigen>
void compare(char const* name, std::size_t count, std::size_t repetitions) {
    using scalar = typename Network::scalar;
    auto const start = ctnn::initialize<Network>(ctnn::glorot_uniform{}, 1);
    // On the heap: the largest is 400 kB.
    auto const eigen = std::make_unique<Eigen>(start);
    samples<Network, Eigen> const data(count);
    ctnn::cross_entropy const loss;
    ctnn::sgd const optimizer{.learning_rate = rate};

    // The two add in another order and have another exp: a few units in the last place.
    double const tolerance = sizeof(scalar) == 4 ? 1e-5 : 1e-13;
    auto ours = std::make_unique<Network>(start);
    auto theirs = std::make_unique<Eigen>(*eigen);
    double const before = largest_difference(*ours, *theirs, data);
    *ours = ctnn::train(*ours, loss, optimizer, data.ours, {}).network;
    for (std::size_t k = 0; k < count; ++k)
        theirs->step(data.inputs[k], data.targets[k], static_cast<scalar>(rate));
    double const after = largest_difference(*ours, *theirs, data);
    if (!(before < tolerance && after < 100 * tolerance)) {
        std::printf("%s %s: outputs differ by %g before and by %g after training\n", name,
                    name_of<scalar>::value, before, after);
        all_agree = false;
        return;
    }

    row(name, name_of<scalar>::value, "inference",
        benchmark::measure_in_turn(
            count, repetitions,
            [&] {
                for (auto const& sample : data.ours)
                    benchmark::keep((*ours)(sample.input));
            },
            [&] {
                for (auto const& input : data.inputs)
                    benchmark::keep((*theirs)(input));
            }));
    row(name, name_of<scalar>::value, "training",
        benchmark::measure_in_turn(
            count, repetitions,
            [&] {
                auto const result = ctnn::train(*ours, loss, optimizer, data.ours, {});
                benchmark::keep(result);
            },
            [&] {
                // train() gives the trained network and leaves the one it was given.
                *theirs = *eigen;
                scalar total = 0;
                for (std::size_t k = 0; k < count; ++k)
                    total +=
                        theirs->step(data.inputs[k], data.targets[k], static_cast<scalar>(rate));
                benchmark::keep(total);
                benchmark::keep(*theirs);
            }));
}

template <class Scalar>
void compare_all(std::size_t repetitions) {
    using namespace ctnn;
    namespace eigen = benchmark::eigen;
    compare<network<Scalar, input<2>, dense<3, relu>, dense<2, softmax>>,
            eigen::two_layers<Scalar, 2, 3, 2>>("2-3-2", 2000, repetitions);
    compare<network<Scalar, input<4>, dense<16, relu>, dense<16, relu>, dense<3, softmax>>,
            eigen::three_layers<Scalar, 4, 16, 16, 3>>("4-16-16-3", 1000, repetitions);
    compare<network<Scalar, input<784>, dense<128, relu>, dense<10, softmax>>,
            eigen::two_layers<Scalar, 784, 128, 10>>("784-128-10", 20, repetitions / 2);
}

} // namespace

int main(int argc, char** argv) {
    std::size_t const repetitions =
        argc > 1 ? static_cast<std::size_t>(std::strtoul(argv[1], nullptr, 10)) : 201;
    std::printf("%-12s %-7s %-10s %10s %10s %8s\n", "network", "scalar", "", "ctnn, ns",
                "Eigen, ns", "ratio");
    compare_all<float>(repetitions);
    compare_all<double>(repetitions);
    std::printf("Ratio: Eigen's time / ctnn's; the least is %.2f.\n", least_ratio);
    return all_agree ? EXIT_SUCCESS : EXIT_FAILURE;
}

#endif
