// The largest errors of the elementary functions, in units in the last place, and beside them those
// of the C library and, where it was found, of gcem:
//
//     math_accuracy [STRIDE [COUNT [NAME ...]]]
//
// takes every STRIDE-th float (default 4099; 1 is all of them) and COUNT random doubles (default
// 1000000) for each NAME (default: all). For pow these are the bases; the exponents are drawn from
// them. The reference is the C library's double for float, which adds 1e-8 ulp, and its long double
// for double, which adds 0.002 ulp on x86: tests/sweep checks both against multiple-precision values,
// and fails where our own errors reach 1 ulp.

#include <array>
#include <bit>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <ctnn/math/cos.hpp>
#include <ctnn/math/erf.hpp>
#include <ctnn/math/exp.hpp>
#include <ctnn/math/expm1.hpp>
#include <ctnn/math/log.hpp>
#include <ctnn/math/log1p.hpp>
#include <ctnn/math/pow.hpp>
#include <ctnn/math/sin.hpp>
#include <ctnn/math/sqrt.hpp>
#include <ctnn/math/tanh.hpp>
#include <random>
#include <string_view>
#include <type_traits>

#include "support/exponent_for.hpp"
#include "support/ulps.hpp"

#ifdef CTNN_HAS_GCEM
#include <gcem.hpp>
#endif

namespace {

#ifdef CTNN_HAS_GCEM
constexpr std::size_t libraries = 3;
#else
constexpr std::size_t libraries = 2;
#endif

double widened(float x) {
    return static_cast<double>(x);
}
long double widened(double x) {
    return static_cast<long double>(x);
}

// The worst errors of each library: ours, the C library, gcem.
template <class Function, class Scalar>
struct worst_of_each {
    std::array<ulps::worst<Scalar>, libraries> each{};
    std::uint64_t count = 0;

    void take(Scalar x) {
        using wide = std::conditional_t<sizeof(Scalar) == 8, long double, double>;
        wide const exact = Function::exact(x);
        each[0].take({ulps::distance(Function::ours(x), exact), x});
        each[1].take({ulps::distance(Function::standard(x), exact), x});
#ifdef CTNN_HAS_GCEM
        each[2].take({ulps::distance(Function::gcem(x), exact), x});
#endif
        ++count;
    }
    void take(worst_of_each const& other) {
        for (std::size_t i = 0; i < libraries; ++i)
            each[i].take(other.each[i]);
        count += other.count;
    }
    void print(char const* name, char const* type) const {
        std::printf("| %-5s | %-6s | %10llu |", name, type, static_cast<unsigned long long>(count));
        for (auto const& worst : each) {
            // Whoever gives infinity or NaN where that is wrong is off by more than ulps tell.
            if (worst.error < 1e6)
                std::printf(" %.3f", worst.error);
            else
                std::printf(" wrong");
            std::printf(" | %-23a |", static_cast<double>(worst.argument));
        }
        std::puts("");
        std::fflush(stdout);
    }
};

template <class Function>
void measure(char const* name, std::uint64_t stride, std::uint64_t count) {
    ulps::sweep_floats<worst_of_each<Function, float>>(stride).print(name, "float");
    worst_of_each<Function, double> doubles;
    std::mt19937_64 generator(1);
    double const low = Function::low, high = Function::high;
    std::uniform_real_distribution<double> wide(low, high), narrow(std::fmax(low, -2), 2),
        worst(Function::worst_low, Function::worst_high);
    // In quarters: over the range, of any magnitude, where the branches meet, at our worst place.
    for (std::uint64_t i = 0; i < count; ++i)
        doubles.take(i % 4 == 0   ? wide(generator)
                     : i % 4 == 1 ? std::bit_cast<double>(generator())
                     : i % 4 == 2 ? narrow(generator)
                                  : worst(generator));
    doubles.print(name, "double");
}

#ifdef CTNN_HAS_GCEM
#define OF_GCEM(name)                                                                              \
    static auto gcem(auto x) {                                                                     \
        return ::gcem::name(x);                                                                    \
    }
#else
#define OF_GCEM(name)
#endif
#define FUNCTION(name, from, to, worst_from, worst_to)                                             \
    struct name##_function {                                                                       \
        static constexpr double low = from, high = to;                                             \
        static constexpr double worst_low = worst_from, worst_high = worst_to;                     \
        static auto ours(auto x) { return ctnn::math::name(x); }                                   \
        static auto standard(auto x) { return std::name(x); }                                      \
        static auto exact(auto x) { return std::name(widened(x)); }                                \
        OF_GCEM(name)                                                                              \
    };
FUNCTION(exp, -746, 710, -709, -708)
FUNCTION(log, 0, 100, 1.33, 1.37)
FUNCTION(tanh, -20, 20, 0.86, 0.88)
FUNCTION(sqrt, 0, 100, 0.25, 1)
FUNCTION(expm1, -40, 100, 0.49, 0.53)
FUNCTION(log1p, -1, 100, 0.34, 0.38)
FUNCTION(erf, -6, 6, 0.77, 0.8)
FUNCTION(sin, -100, 100, 0.7, 0.8)
FUNCTION(cos, -100, 100, 2.3, 2.4)
#undef FUNCTION
#undef OF_GCEM

struct pow_function {
    static constexpr double low = 0, high = 100;
    static constexpr double worst_low = 1.35, worst_high = 1.45;
    static auto ours(auto x) { return ctnn::math::pow(x, exponent_for(x)); }
    static auto standard(auto x) { return std::pow(x, exponent_for(x)); }
    static auto exact(auto x) { return std::pow(widened(x), widened(exponent_for(x))); }
#ifdef CTNN_HAS_GCEM
    static auto gcem(auto x) {
        return ::gcem::pow(x, exponent_for(x));
    }
#endif
};

} // namespace

int main(int count_of_arguments, char** arguments) {
    std::uint64_t const stride =
        count_of_arguments > 1 ? std::strtoull(arguments[1], nullptr, 10) : 4099;
    std::uint64_t const count =
        count_of_arguments > 2 ? std::strtoull(arguments[2], nullptr, 10) : 1000000;
    auto const chosen = [&](std::string_view name) {
        bool any = count_of_arguments <= 3;
        for (int i = 3; i < count_of_arguments; ++i)
            any = any || name == arguments[i];
        return any;
    };
    if (stride == 0) {
        std::puts("math_accuracy [STRIDE [COUNT [NAME ...]]]");
        return 1;
    }
    std::fputs("| function | type | arguments | ours | at | C library | at |", stdout);
    std::puts(libraries == 3 ? " gcem | at |" : "");
    std::fputs("| --- | --- | --- | --- | --- | --- | --- |", stdout);
    std::puts(libraries == 3 ? " --- | --- |" : "");
#define MEASURE(name)                                                                              \
    if (chosen(#name))                                                                             \
        measure<name##_function>(#name, stride, count);
    MEASURE(exp)
    MEASURE(log)
    MEASURE(tanh)
    MEASURE(sqrt)
    MEASURE(expm1)
    MEASURE(log1p)
    MEASURE(erf)
    MEASURE(sin)
    MEASURE(cos)
    MEASURE(pow)
#undef MEASURE
}
