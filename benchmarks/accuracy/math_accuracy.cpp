// The largest errors of the elementary functions, in units in the last place, and beside them those
// of the C library:
//
//     math_accuracy [STRIDE [COUNT [NAME ...]]]
//
// takes every STRIDE-th float (default 4099; 1 is all of them) and COUNT random doubles (default
// 1000000) for each NAME (default: all). The reference is the C library's double for float, which
// adds 1e-9 ulp, and its long double for double, which adds 0.001 ulp on x86.

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <ctnn/math/erf.hpp>
#include <ctnn/math/exp.hpp>
#include <ctnn/math/expm1.hpp>
#include <ctnn/math/log.hpp>
#include <ctnn/math/log1p.hpp>
#include <ctnn/math/sqrt.hpp>
#include <ctnn/math/tanh.hpp>
#include <limits>
#include <random>
#include <string_view>

namespace {

template <class Scalar>
struct worst {
    double error = 0;
    Scalar argument = 0;

    template <class Wide>
    void compare(Scalar x, Scalar result, Wide exact) {
        using limits = std::numeric_limits<Scalar>;
        double error_here = 0;
        bool const exact_is_nan = exact != exact;
        // What is at least half an ulp above the largest number is infinity in this format.
        Wide const half_above =
            static_cast<Wide>(limits::max()) * (1 + static_cast<Wide>(limits::epsilon()) / 4);
        if (exact_is_nan || exact >= half_above || exact <= -half_above) {
            bool const right =
                exact_is_nan ? result != result : std::isinf(result) && (result > 0) == (exact > 0);
            error_here = right ? 0 : 1e9;
        } else if (!std::isfinite(result)) {
            error_here = 1e9;
        } else {
            int exponent = 0;
            std::frexp(exact, &exponent);
            int const unit = std::max(exponent, limits::min_exponent) - limits::digits;
            auto const difference = std::ldexp(static_cast<Wide>(result) - exact, -unit);
            error_here = static_cast<double>(std::fabs(difference));
        }
        if (error_here > error) {
            error = error_here;
            argument = x;
        }
    }
};

template <class Scalar>
void print(char const* name, char const* type, std::uint64_t count, worst<Scalar> const& ours,
           worst<Scalar> const& library) {
    std::printf("| %-5s | %-6s | %10llu | %5.3f | %-23a | %5.3f | %-23a |\n", name, type,
                static_cast<unsigned long long>(count), ours.error,
                static_cast<double>(ours.argument), library.error,
                static_cast<double>(library.argument));
    std::fflush(stdout);
}

template <class Ours, class Library>
void measure(char const* name, std::uint64_t stride, std::uint64_t count, double low, double high,
             Ours ours, Library library) {
    worst<float> our_float, library_float;
    std::uint64_t floats = 0;
    for (std::uint64_t bits = 0; bits < (std::uint64_t{1} << 32); bits += stride, ++floats) {
        auto const x = std::bit_cast<float>(static_cast<std::uint32_t>(bits));
        double const exact = library(static_cast<double>(x));
        our_float.compare(x, ours(x), exact);
        library_float.compare(x, library(x), exact);
    }
    print(name, "float", floats, our_float, library_float);

    worst<double> our_double, library_double;
    std::mt19937_64 generator(1);
    std::uniform_real_distribution<double> wide(low, high), narrow(std::fmax(low, -2), 2);
    for (std::uint64_t i = 0; i < count; ++i) {
        // A quarter over the range, a half where the branches meet, a quarter of any magnitude.
        double const x = i % 4 == 0   ? wide(generator)
                         : i % 4 == 1 ? std::bit_cast<double>(generator())
                                      : narrow(generator);
        long double const exact = library(static_cast<long double>(x));
        our_double.compare(x, ours(x), exact);
        library_double.compare(x, library(x), exact);
    }
    print(name, "double", count, our_double, library_double);
}

} // namespace

int main(int count_of_arguments, char** arguments) {
    std::uint64_t const stride =
        count_of_arguments > 1 ? std::strtoull(arguments[1], nullptr, 10) : 4099;
    std::uint64_t const count =
        count_of_arguments > 2 ? std::strtoull(arguments[2], nullptr, 10) : 1000000;
    auto const chosen = [&](std::string_view name) {
        bool any = count_of_arguments <= 3;
        for (int i = 3; i < count_of_arguments; ++i) {
            any = any || name == arguments[i];
        }
        return any;
    };
    if (stride == 0) {
        std::puts("math_accuracy [STRIDE [COUNT [NAME ...]]]");
        return 1;
    }
    std::puts("| function | type | arguments | ours | at | C library | at |");
    std::puts("| --- | --- | --- | --- | --- | --- | --- |");
#define MEASURE(name, low, high)                                                                   \
    if (chosen(#name)) {                                                                           \
        measure(                                                                                   \
            #name, stride, count, low, high, [](auto x) { return ctnn::math::name(x); },           \
            [](auto x) { return std::name(x); });                                                  \
    }
    MEASURE(exp, -746, 710)
    MEASURE(log, 0, 100)
    MEASURE(tanh, -20, 20)
    MEASURE(sqrt, 0, 100)
    MEASURE(expm1, -40, 100)
    MEASURE(log1p, -1, 100)
    MEASURE(erf, -6, 6)
#undef MEASURE
}
