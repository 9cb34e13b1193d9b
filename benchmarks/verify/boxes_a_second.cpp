// How many boxes the machine bounds in a second of one core:
//
//     g++ -std=c++20 -O3 -march=native -ffp-contract=off -DCTNN_FP_CONTRACT_OFF -Iinclude -pthread benchmarks/verify/boxes_a_second.cpp

#include "nets.hpp"

#include <cstdio>
#include <ctime>
#include <ctnn/host/prove.hpp>

namespace {

template <class Work>
void measure(char const* name, Work const& work) {
    // (of processor time, for other programs may run as well)
    std::clock_t const begin = std::clock();
    double seconds = 0;
    long boxes = 0;
    for (; seconds < 1; seconds = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC)
        for (int i = 0; i < 4; ++i)
            boxes += work(static_cast<float>(boxes % 97) * 1e-3f);
    std::printf("%-40s %10.0f boxes a second\n", name, static_cast<double>(boxes) / seconds);
}

} // namespace

int main() {
    float sum = 0;
    static auto const net = nets::drawn<nets::deep>;
    for (float radius : {0.001f, 0.01f, 0.1f}) {
        std::printf("radius %g\n", static_cast<double>(radius));
        auto const at = [&](float shift) {
            auto x = nets::center<nets::deep>();
            x[0] += shift;
            return ctnn::box<float, 5>::around(x, radius);
        };
        measure("5-50x6-5, intervals", [&](float shift) {
            sum += ctnn::bounds(net, at(shift))[0].lower;
            return 1;
        });
        measure("5-50x6-5, linear bounds", [&](float shift) {
            sum += ctnn::linear_bounds(net, at(shift))[0].lower;
            return 1;
        });
    }
    // A proof, from a box of which nothing is known down to the small ones of which much is.
    ctnn::host::output_condition<5> wanted;
    wanted.rows = {{{{-1, 0, 0, 0, 0}, 0.5}}};
    ctnn::host::proof_options one_thread;
    one_thread.threads = 1;
    std::size_t proof = 0;
    measure("5-50x6-5, host::prove, radius 0.4", [&](float) {
        static auto const in = ctnn::box<float, 5>::around(nets::center<nets::deep>(), 0.4f);
        auto const v = ctnn::host::prove(net, in, wanted, one_thread);
        proof = v.proven() ? v.verdict.boxes : 0;
        return static_cast<long>(v.verdict.boxes);
    });
    std::printf("(%zu boxes for its proof)\n", proof);
    static auto const bent = nets::controller_stays_within::network;
    std::size_t looked_at = 0;
    measure("2-16-16-1, branch and bound", [&](float) {
        using property = nets::controller_stays_within;
        auto const v =
            ctnn::verify::prove(bent, property::inputs, property::wanted, property::boxes);
        looked_at = v.boxes;
        return static_cast<long>(v.boxes);
    });
    std::printf("(%zu boxes for its proof; %g)\n", looked_at, static_cast<double>(sum));
}
