// The largest errors of the functions that activations are made of in the fused arithmetic, in units in the last
// place, and whether one of them ever falls:
//
//     fused_functions [STRIDE]
//
// takes every STRIDE-th float (default 1, which is all of them). The reference is the C library's double.

#if !defined(CTNN_FUSED_ARITHMETIC)
#define CTNN_FUSED_ARITHMETIC
#endif
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <ctnn/kernel/fused_functions.hpp>
#include <limits>

#include "support/ulps.hpp"

namespace {

constexpr float infinity = std::numeric_limits<float>::infinity();

struct tanh_function {
    static constexpr char const* name = "tanh";
    static constexpr float least = -infinity, most = infinity;
    static float ours(float x) { return ctnn::kernel::fused_tanh(x); }
    static double exact(double x) { return std::tanh(x); }
};
struct sigmoid_function {
    static constexpr char const* name = "sigmoid";
    static constexpr float least = -87.3F, most = infinity; // below, results are subnormal
    static float ours(float x) { return ctnn::kernel::fused_sigmoid(x); }
    static double exact(double x) { return 1 / (1 + std::exp(-x)); }
};
struct exp_function {
    static constexpr char const* name = "exp";
    static constexpr float least = -80, most = 0;
    static float ours(float x) { return ctnn::kernel::fused_exp_not_positive(x); }
    static double exact(double x) { return std::exp(x); }
};

template <class Function>
struct measured {
    ulps::worst<float> worst;
    std::uint64_t falls = 0, count = 0;

    void take(float x) {
        if (!(x >= Function::least && x <= Function::most))
            return;
        float const y = Function::ours(x);
        worst.take({ulps::distance(y, Function::exact(static_cast<double>(x))), x});
        float const next = std::nextafter(x, infinity);
        falls += next <= Function::most && Function::ours(next) < y;
        ++count;
    }
    void take(measured const& other) {
        worst.take(other.worst);
        falls += other.falls;
        count += other.count;
    }
};

template <class Function>
void measure(std::uint64_t stride) {
    auto const all = ulps::sweep_floats<measured<Function>>(stride);
    std::printf("| %-7s | %10llu | %.3f | %-23a | %llu |\n", Function::name,
                static_cast<unsigned long long>(all.count), all.worst.error,
                static_cast<double>(all.worst.argument),
                static_cast<unsigned long long>(all.falls));
    std::fflush(stdout);
}

} // namespace

int main(int count, char** arguments) {
    std::uint64_t const stride = count > 1 ? std::strtoull(arguments[1], nullptr, 10) : 1;
    measure<tanh_function>(stride > 0 ? stride : 1);
    measure<sigmoid_function>(stride > 0 ? stride : 1);
    measure<exp_function>(stride > 0 ? stride : 1);
}
