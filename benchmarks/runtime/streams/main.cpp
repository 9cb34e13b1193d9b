// One step of a network that remembers, for each sample of a signal, in ctnn and in RTNeural where it is found, built with
// the same flags. A table of ratios, the median time of RTNeural's fastest backend by ctnn's: above 1, ctnn is the
// faster one.
//
//     streams [REPETITIONS]

#include "../mark.hpp"
#include "../measure.hpp"
#include "nets.hpp"
#include "player.hpp"
#if defined(CTNN_HAS_RTNEURAL)
#include "rtneural.hpp"
#endif

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <ctnn/report/arithmetic.hpp>
#include <memory>
#include <string>
#include <vector>

namespace {

constexpr std::size_t samples = 256;

// Parameters lie on lines of the cache, as those of the peers do.
template <class Network>
class alignas(64) ours final : public benchmark::player {
public:
    explicit ours(Network const& net) : network(net) {}

    void play(float const* signal, float* to, std::size_t count) override {
        for (std::size_t t = 0; t < count; ++t)
            to[t] = network.step(state, {signal[t]})[0];
    }

private:
    alignas(64) Network network;
    typename Network::state state{};
};

struct entry {
    std::string name;
    std::unique_ptr<benchmark::player> player;
    std::vector<float> out = std::vector<float>(samples);
    std::vector<double> times{};

    void play(std::vector<float> const& signal) {
        player->play(signal.data(), out.data(), signal.size());
        benchmark::keep(out[0]);
    }
};

// False where outputs differ by more than roundings and another exp explain.
bool compare(std::string const& what, std::vector<entry>& all, std::vector<float> const& signal,
             std::size_t repetitions) {
    for (entry& one : all)
        one.play(signal);
    for (entry const& one : all)
        for (std::size_t t = 0; t < samples; ++t)
            if (!(std::fabs(one.out[t] - all[0].out[t]) <= 1e-4F)) {
                std::printf("%s: %s gives %g after step %zu, ctnn %g\n", what.c_str(),
                            one.name.c_str(), double(one.out[t]), t, double(all[0].out[t]));
                return false;
            }
    for (std::size_t k = 0; k < repetitions; ++k)
        for (entry& one : all)
            one.times.push_back(benchmark::time_of([&] { one.play(signal); }) / double(samples));
    std::printf("%-12s", what.c_str());
    double best = 0;
    for (entry& one : all) {
        double const median = benchmark::quantile(one.times, 0.5);
        std::printf("%10.1f", median);
        if (&one != &all[0])
            best = best > 0 ? std::min(best, median) : median;
    }
    std::printf("%10.2f\n", best / benchmark::quantile(all[0].times, 0.5));
    return true;
}

} // namespace

int main(int count, char** arguments) {
    std::size_t const repetitions = count > 1 ? std::strtoul(arguments[1], nullptr, 10) : 501;
    std::printf("%s %s\n%s\n\n%-12s%10s%10s%10s%10s%10s\n", __VERSION__, CTNN_BENCHMARK_FLAGS,
                ctnn::arithmetic::of_this_build<float>().message().c_str(), "ns", "ctnn", "STL",
                "Eigen", "xsimd", "ratio");
    std::vector<float> signal(samples);
    for (std::size_t t = 0; t < samples; ++t)
        signal[t] = std::sin(float(t) * 0.3F);
    bool agree = true;
    benchmark::for_each_stream([&](std::string const& name, auto const& net) {
        std::vector<entry> all;
        all.push_back({"ctnn", std::make_unique<ours<std::remove_cvref_t<decltype(net)>>>(net)});
#if defined(CTNN_HAS_RTNEURAL)
        all.push_back({"STL", benchmark::rtneural_player<benchmark::stl>(net)});
        all.push_back({"Eigen", benchmark::rtneural_player<benchmark::eigen>(net)});
        all.push_back({"xsimd", benchmark::rtneural_player<benchmark::xsimd>(net)});
#endif
        agree = compare(name, all, signal, repetitions) && agree;
    });
    return agree ? EXIT_SUCCESS : EXIT_FAILURE;
}
