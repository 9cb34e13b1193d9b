// The forward pass of conv2d beside loops that are written by hand for one convolution: plain ones, of which compilers
// make vectors, and ones that keep the sums of several windows in registers, with vectors of 32 bytes and of the
// machine's width. A table of times in nanoseconds, and the ratio of the faster one of the latter two to conv2d: above 1,
// conv2d is the faster one.
// Then training a small network, a sample: in batches of 32 and one by one.
//
//     convolution [REPETITIONS]

#include "../mark.hpp"
#include "../measure.hpp"
#include "../nets.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <ctnn/kernel/multiply_add.hpp>
#include <ctnn/kernel/vector.hpp>
#include <ctnn/layer/conv2d.hpp>
#include <ctnn/layer/max_pool.hpp>
#include <ctnn/network/network.hpp>
#include <ctnn/report/arithmetic.hpp>
#include <ctnn/training/train.hpp>
#include <memory>
#include <span>
#include <vector>

namespace {

namespace kernel = ctnn::kernel;

template <int Rows, int Columns, int Channels, int Kernel, int Outputs>
struct convolution {
    static constexpr int windows = Columns - Kernel + 1; // in a row

    static void plain(float const* x, float const* weights, float const* biases,
                      float* __restrict v) {
        for (int r = 0; r + Kernel <= Rows; ++r)
            for (int c = 0; c < windows; ++c) {
                float sum[Outputs];
                for (int o = 0; o < Outputs; ++o)
                    sum[o] = biases[o];
                for (int k = 0; k < Kernel; ++k)
                    for (int i = 0; i < Kernel * Channels; ++i)
                        for (int o = 0; o < Outputs; ++o)
                            sum[o] = kernel::multiply_add(
                                x[((r + k) * Columns + c) * Channels + i],
                                weights[(k * Kernel * Channels + i) * Outputs + o], sum[o]);
                for (int o = 0; o < Outputs; ++o)
                    v[(r * windows + c) * Outputs + o] = sum[o];
            }
    }

    // Count windows from column c of row r on.
    template <int Lanes, int Count>
    [[gnu::always_inline]] static void block(float const* x, float const* weights,
                                             float const* biases, float* v, int r, int c) {
        using values = kernel::vector<float, Lanes>;
        constexpr int vectors = Outputs / Lanes;
        values sum[Count][vectors];
        for (int w = 0; w < Count; ++w)
            for (int o = 0; o < vectors; ++o)
                sum[w][o] = kernel::load<Lanes>(biases + o * Lanes);
        for (int k = 0; k < Kernel; ++k)
            for (int i = 0; i < Kernel * Channels; ++i) {
                float const* const from = x + ((r + k) * Columns + c) * Channels + i;
                float const* const row = weights + (k * Kernel * Channels + i) * Outputs;
                values of_row[vectors];
                for (int o = 0; o < vectors; ++o)
                    of_row[o] = kernel::load<Lanes>(row + o * Lanes);
#pragma GCC unroll 16
                for (int w = 0; w < Count; ++w)
#pragma GCC unroll 16
                    for (int o = 0; o < vectors; ++o)
                        sum[w][o] = kernel::multiply_add(from[w * Channels], of_row[o], sum[w][o]);
            }
        for (int w = 0; w < Count; ++w)
            for (int o = 0; o < vectors; ++o)
                kernel::store<Lanes>(v + (r * windows + c + w) * Outputs + o * Lanes, sum[w][o]);
    }
    template <int Lanes>
    static void blocked(float const* x, float const* weights, float const* biases, float* v) {
        constexpr int most = Outputs / Lanes == 1 ? 6 : 5;
        for (int r = 0; r + Kernel <= Rows; ++r) {
            int c = 0;
            for (; c + most <= windows; c += most)
                block<Lanes, most>(x, weights, biases, v, r, c);
            for (; c < windows; ++c)
                block<Lanes, 1>(x, weights, biases, v, r, c);
        }
    }
};

// False where outputs differ by more than roundings explain.
template <int Rows, int Columns, int Channels, int Kernel, int Outputs>
bool compare(std::size_t repetitions) {
    using by_hand = convolution<Rows, Columns, Channels, Kernel, Outputs>;
    using network = ctnn::network<float, ctnn::input<Rows, Columns, Channels>,
                                  ctnn::conv2d<Outputs, ctnn::kernel_size<Kernel, Kernel>>>;
    struct alignas(64) all {
        network net;
        alignas(64) typename network::input_type x;
        alignas(64) typename network::output_type ours, plain, narrow, wide;
    };
    auto const a = std::make_unique<all>();
    auto& p = a->net.template layer<0>();
    unsigned state = 1;
    auto const draw = [&](auto& numbers) {
        for (float& number : numbers) {
            state = state * 1664525 + 1013904223;
            number = static_cast<float>(state >> 8) / float(1 << 24) - 0.5F;
        }
    };
    draw(p.weights.values);
    draw(p.biases);
    draw(a->x);
    float const *const x = a->x.data(), *const w = p.weights.values.data(),
                       *const b = p.biases.data();
    constexpr int lanes = static_cast<int>(kernel::lanes_for<float, std::size_t{Outputs}>),
                  narrow = lanes < 8 ? lanes : 8;
    // So many at once that the clock does not matter.
    constexpr std::size_t calls =
        1 + 4000000 / (Rows * Columns * Channels * Kernel * Kernel * Outputs);
    auto const repeat = [&](auto const& function) {
        for (std::size_t k = 0; k < calls; ++k) {
            benchmark::keep(a->x);
            function();
            benchmark::keep(*a);
        }
    };
    auto const ours = [&] { repeat([&] { benchmark::keep(a->net(a->x)); }); };
    auto const plain = [&] { repeat([&] { by_hand::plain(x, w, b, a->plain.data()); }); };
    auto const in_narrow = [&] {
        repeat([&] { by_hand::template blocked<narrow>(x, w, b, a->narrow.data()); });
    };
    auto const in_wide = [&] {
        repeat([&] { by_hand::template blocked<lanes>(x, w, b, a->wide.data()); });
    };
    auto const times =
        benchmark::measure_in_turn(calls, repetitions, ours, plain, in_narrow, in_wide);
    a->ours = a->net(a->x);
    for (std::size_t k = 0; k < a->ours.size(); ++k)
        if (!(std::fabs(a->ours[k] - a->plain[k]) <= 1e-4F) || a->plain[k] != a->narrow[k] ||
            a->plain[k] != a->wide[k]) {
            std::printf("output %zu of %dx%dx%d differs\n", k, Rows, Columns, Channels);
            return false;
        }
    std::printf("%2dx%2dx%2d %dx%dx%2d %12.1f%12.1f%12.1f%12.1f%10.2f%10.2f\n", Rows, Columns,
                Channels, Kernel, Kernel, Outputs, times[0].median, times[1].median,
                times[2].median, times[3].median,
                std::min(times[2].median, times[3].median) / times[0].median,
                std::min(times[2].least, times[3].least) / times[0].least);
    return true;
}

using digits = benchmark::net<
    ctnn::network<float, ctnn::input<8, 8, 1>, ctnn::conv2d<8, ctnn::kernel_size<3, 3>, ctnn::relu>,
                  ctnn::max_pool<ctnn::kernel_size<2, 2>>, ctnn::dense<10, ctnn::softmax>>,
    ctnn::cross_entropy>;

bool measure_training(std::size_t repetitions) {
    auto const samples = digits::samples(320);
    auto const initial = digits::initial();
    bool is_good = true;
    auto const epoch = [&](std::size_t batch_size) {
        auto const trained = ctnn::train(initial, digits::loss{},
                                         ctnn::sgd{.learning_rate = benchmark::learning_rate},
                                         std::span(samples), {.batch_size = batch_size});
        is_good = is_good && trained.ok();
        benchmark::keep(trained.network);
    };
    auto const times = benchmark::measure_in_turn(
        samples.size(), repetitions, [&] { epoch(benchmark::batch_size); }, [&] { epoch(1); });
    std::printf("\ntraining 8x8 conv8-pool-10, a sample: %.1f in batches of %zu, %.1f one by one, "
                "ratio %.2f\n",
                times[0].median, benchmark::batch_size, times[1].median,
                times[1].median / times[0].median);
    return is_good;
}

} // namespace

int main(int count, char** arguments) {
    std::size_t const repetitions = count > 1 ? std::strtoul(arguments[1], nullptr, 10) : 101;
    std::printf("%s %s\n%s\n\n%-16s%12s%12s%12s%12s%10s%10s\n", __VERSION__, CTNN_BENCHMARK_FLAGS,
                ctnn::arithmetic::of_this_build<float>().message().c_str(), "ns, medians", "ctnn",
                "plain", "32 bytes", "widest", "ratio", "of least");
    bool const agree =
        compare<8, 8, 1, 3, 8>(repetitions) & compare<12, 12, 6, 5, 16>(repetitions) &
        compare<16, 16, 16, 3, 16>(repetitions) & compare<28, 28, 1, 5, 8>(repetitions);
    return measure_training(repetitions) && agree ? EXIT_SUCCESS : EXIT_FAILURE;
}
