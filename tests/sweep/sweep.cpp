// Measures one elementary function over the whole range, every STRIDE-th of all 2^32 floats and COUNT
// random doubles, and fails if an error reaches 1 ulp (sqrt: is above half an ulp):
//
//     ctnn_sweep NAME STRIDE COUNT
//
// The numbers are the bases of pow; the exponents are drawn from them.
//
// The reference is the C library's double for float and its long double for double. It is itself
// checked first, against the multiple-precision values of math/oracle.

#include <array>
#include <bit>
#include <cmath>
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
#include <limits>
#include <random>
#include <string_view>
#include <type_traits>

#include "math/oracle/cos.hpp"
#include "math/oracle/erf.hpp"
#include "math/oracle/exp.hpp"
#include "math/oracle/expm1.hpp"
#include "math/oracle/log.hpp"
#include "math/oracle/log1p.hpp"
#include "math/oracle/pow.hpp"
#include "math/oracle/sin.hpp"
#include "math/oracle/sqrt.hpp"
#include "math/oracle/tanh.hpp"
#include "support/exponent_for.hpp"
#include "support/ulps.hpp"

namespace {

double widened(float x) {
    return static_cast<double>(x);
}
long double widened(double x) {
    return static_cast<long double>(x);
}

template <class Function>
struct of_floats : ulps::worst<float> {
    using ulps::worst<float>::take;
    std::uint64_t count = 0;

    void take(float x) {
        auto const exact = Function::reference(x);
        take(ulps::worst<float>{ulps::distance(Function::ours(x), exact), x});
        ++count;
    }
    void take(of_floats const& other) {
        take(static_cast<ulps::worst<float> const&>(other));
        count += other.count;
    }
};

// How far the reference is from the exact values, in ulps of Scalar.
template <class Function, class Row, std::size_t Count>
double error_of_reference(Row const (&rows)[Count]) {
    using Scalar = typename Row::scalar;
    using wide = std::conditional_t<sizeof(Scalar) == 8, long double, double>;
    double largest = 0;
    for (auto const& row : rows) {
        auto const exact = std::bit_cast<Scalar>(row.value);
        wide const reference = row.apply([](auto... x) { return Function::exact(widened(x)...); });
        int const exponent = std::ilogb(reference) + 1;
        using limits = std::numeric_limits<Scalar>;
        int const unit =
            (exponent < limits::min_exponent ? limits::min_exponent : exponent) - limits::digits;
        auto const excess = std::scalbn(reference - static_cast<wide>(exact), -unit);
        largest = std::fmax(largest, std::fabs(static_cast<double>(excess) - row.excess * 1e-3));
    }
    return largest;
}

bool report(char const* type, std::uint64_t count, double error, double argument, double limit) {
    bool const good = error < limit;
    std::printf("%s: %llu arguments, largest error %.4f ulp, at %a%s\n", type,
                static_cast<unsigned long long>(count), error, argument, good ? "" : ": TOO LARGE");
    return good;
}

template <class Function>
bool sweep(std::uint64_t stride, std::uint64_t count) {
    bool good = true;
    double const reference = std::fmax(error_of_reference<Function>(Function::floats()),
                                       error_of_reference<Function>(Function::doubles()));
    // The exact values are known to half a thousandth.
    if (!(reference < 0.0025)) {
        std::printf("the C library is no reference: it is off by %.4f ulp\n", reference);
        good = false;
    }

    auto const floats = ulps::sweep_floats<of_floats<Function>>(stride);
    good = report("float", floats.count, floats.error, static_cast<double>(floats.argument),
                  Function::limit) &&
           good;

    ulps::worst<double> worst;
    std::mt19937_64 generator(1);
    for (std::uint64_t i = 0; i < count; ++i) {
        // A quarter of any magnitude, a quarter over the range, a half where the branches meet.
        double const spread = static_cast<double>(generator() >> 11) * 0x1p-53;
        double const x = i % 4 == 0   ? std::bit_cast<double>(generator())
                         : i % 4 == 1 ? -750 + 1500 * spread
                                      : -2 + 4 * spread;
        auto const exact = Function::reference(x);
        worst.take({ulps::distance(Function::ours(x), exact), x});
    }
    return report("double", count, worst.error, worst.argument, Function::limit) && good;
}

#define FUNCTION(name, most)                                                                       \
    struct name##_function {                                                                       \
        static constexpr double limit = most;                                                      \
        static auto ours(auto x) { return ctnn::math::name(x); }                                   \
        static auto exact(auto x) { return std::name(x); }                                         \
        static auto reference(auto x) { return exact(widened(x)); }                                \
        static auto const& floats() { return oracle::name##_float; }                               \
        static auto const& doubles() { return oracle::name##_double; }                             \
    };
FUNCTION(exp, 1)
FUNCTION(log, 1)
FUNCTION(log1p, 1)
FUNCTION(expm1, 1)
FUNCTION(tanh, 1)
FUNCTION(sqrt, 0.501) // half an ulp, and what the reference is off
FUNCTION(erf, 1)
FUNCTION(sin, 1)
FUNCTION(cos, 1)
#undef FUNCTION

struct pow_function {
    static constexpr double limit = 1;
    static auto ours(auto x) { return ctnn::math::pow(x, exponent_for(x)); }
    static auto exact(auto x, auto y) { return std::pow(x, y); }
    static auto reference(auto x) { return exact(widened(x), widened(exponent_for(x))); }
    static auto const& floats() { return oracle::pow_float; }
    static auto const& doubles() { return oracle::pow_double; }
};

} // namespace

int main(int argc, char** argv) {
    std::string_view const name = argc == 4 ? argv[1] : "";
    std::uint64_t const stride = argc == 4 ? std::strtoull(argv[2], nullptr, 10) : 0;
    std::uint64_t const count = argc == 4 ? std::strtoull(argv[3], nullptr, 10) : 0;
    static_assert(std::numeric_limits<long double>::digits >= 64,
                  "the reference for double needs a long double that is longer");
    if (stride > 0 && count > 0) {
#define SWEEP(known)                                                                               \
    if (name == #known)                                                                            \
        return sweep<known##_function>(stride, count) ? 0 : 1;
        SWEEP(exp)
        SWEEP(log)
        SWEEP(log1p)
        SWEEP(expm1)
        SWEEP(tanh)
        SWEEP(sqrt)
        SWEEP(erf)
        SWEEP(sin)
        SWEEP(cos)
        SWEEP(pow)
#undef SWEEP
    }
    std::puts("ctnn_sweep exp|log|log1p|expm1|tanh|sqrt|erf|sin|cos|pow STRIDE COUNT");
    return 2;
}
