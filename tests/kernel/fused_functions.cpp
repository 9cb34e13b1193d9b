// The functions of the fused arithmetic, whatever the arithmetic of the other files is.
#if !defined(CTNN_FUSED_ARITHMETIC)
#define CTNN_FUSED_ARITHMETIC
#endif
#include "catch.hpp"
#include "math/oracle.hpp"
#include "math/oracle/tanh.hpp"
#include "support/ulps.hpp"
#include <bit>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <ctnn/activation/sigmoid.hpp>
#include <ctnn/activation/softmax.hpp>
#include <ctnn/activation/tanh.hpp>
#include <ctnn/kernel/fused_functions.hpp>
#include <ctnn/kernel/vector.hpp>
#include <ctnn/report/arithmetic.hpp>
#include <limits>
#include <type_traits>

static_assert(ctnn::arithmetic::is_fused);

namespace {

namespace kernel = ctnn::kernel;
using limits = std::numeric_limits<float>;

struct tanh_function {
    static constexpr double most_error = 0.95;
    static constexpr float least = -limits::infinity(), most = limits::infinity();
    static constexpr auto ours = [](auto const& x) { return kernel::fused_tanh(x); };
    static double exact(double x) { return std::tanh(x); }
};
struct sigmoid_function {
    static constexpr double most_error = 2.6;
    // Below, exp(-x) is infinite, and above it results are subnormal.
    static constexpr float least = -87.3F, most = limits::infinity();
    static constexpr auto ours = [](auto const& x) { return kernel::fused_sigmoid(x); };
    static double exact(double x) { return 1 / (1 + std::exp(-x)); }
};
struct exp_function {
    static constexpr double most_error = 0.75;
    static constexpr float least = -80, most = 0;
    static constexpr auto ours = [](auto const& x) { return kernel::fused_exp_not_positive(x); };
    static double exact(double x) { return std::exp(x); }
};

constexpr bool same(float x, float y) {
    return (x != x && y != y) || oracle::to_bits(x) == oracle::to_bits(y);
}

// The same bits in each lane, where the others hold other numbers.
template <class Function>
bool same_in_lanes([[maybe_unused]] float x, [[maybe_unused]] float y) {
    if constexpr (kernel::vectorizable<float>) {
        using values = kernel::vector<float, 4>;
        values const v = Function::ours(values{x, -7, x, 0});
        return same(y, v[0]) && same(y, v[2]);
    }
    return true;
}

template <class Function>
struct measured {
    ulps::worst<float> worst;
    std::size_t falls = 0, other_in_lanes = 0, count = 0;

    void take(float x) {
        if (!(x >= Function::least && x <= Function::most))
            return;
        float const y = Function::ours(x);
        worst.take({ulps::distance(y, Function::exact(static_cast<double>(x))), x});
        float const next = std::nextafter(x, limits::infinity());
        falls += next <= Function::most && Function::ours(next) < y;
        other_in_lanes += !same_in_lanes<Function>(x, y);
        ++count;
    }
    void take(measured const& other) {
        worst.take(other.worst);
        falls += other.falls;
        other_in_lanes += other.other_in_lanes;
        count += other.count;
    }
};

template <class Function>
void check_function() {
    auto const all = ulps::sweep_floats<measured<Function>>(20011);
    CAPTURE(all.worst.argument);
    CHECK(all.count > 50000);
    CHECK(all.worst.error < Function::most_error);
    CHECK(all.falls == 0);
    CHECK(all.other_in_lanes == 0);
}

constexpr bool special_cases() {
    constexpr float infinity = limits::infinity(), nan = limits::quiet_NaN();
    using ctnn::sigmoid, ctnn::tanh;
    return same(tanh::value(0.0F), 0) && same(tanh::value(-0.0F), -0.0F) &&
           same(tanh::value(limits::denorm_min()), limits::denorm_min()) &&
           same(tanh::value(limits::min()), limits::min()) && tanh::value(infinity) == 1 &&
           tanh::value(-infinity) == -1 && tanh::value((limits::max)()) == 1 &&
           tanh::value(limits::lowest()) == -1 && tanh::value(9.6F) == 1 &&
           same(tanh::value(nan), nan) && sigmoid::value(0.0F) == 0.5F &&
           sigmoid::value(infinity) == 1 && sigmoid::value(-infinity) == 0 &&
           sigmoid::value((limits::max)()) == 1 && sigmoid::value(limits::lowest()) == 0 &&
           sigmoid::value(-88.72282F) > 0 && sigmoid::value(-88.7229F) == 0 &&
           sigmoid::value(80.1F) == 1 && same(sigmoid::value(nan), nan) &&
           kernel::fused_exp_not_positive(0.0F) == 1 &&
           kernel::fused_exp_not_positive(-80.1F) == 0 &&
           kernel::fused_exp_not_positive(-infinity) == 0 &&
           same(kernel::fused_exp_not_positive(nan), nan);
}
static_assert(special_cases());

constexpr auto compiled_tanh = oracle::evaluate(tanh_function::ours, oracle::tanh_float);
static_assert(oracle::largest_error(compiled_tanh, oracle::tanh_float) <= 930);

// Without a look at the other arithmetic.
static_assert(!kernel::has_fused_functions<double>);
static_assert(std::is_same_v<ctnn::fused::tanh, ctnn::tanh>);

} // namespace

TEST_CASE("tanh in fused operations is close to the exact values and never falls") {
    check_function<tanh_function>();
}

TEST_CASE("sigmoid in fused operations is close to the exact values and never falls") {
    check_function<sigmoid_function>();
}

TEST_CASE("exp in fused operations is close to the exact values and never falls") {
    check_function<exp_function>();
}

TEST_CASE("Functions in fused operations have the compiler's bits at run time") {
    CHECK(oracle::count_differences(tanh_function::ours, compiled_tanh, oracle::tanh_float) == 0);
    bool (*volatile run)() = special_cases;
    CHECK(run());
}
