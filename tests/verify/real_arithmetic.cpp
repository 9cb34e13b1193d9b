// Bounds that say something of real numbers, beside real numbers of 200 bits.

#include <array>
#include <cstddef>
#include <ctnn/activation/elu.hpp>
#include <ctnn/activation/gelu.hpp>
#include <ctnn/activation/relu.hpp>
#include <ctnn/activation/sigmoid.hpp>
#include <ctnn/activation/silu.hpp>
#include <ctnn/activation/softplus.hpp>
#include <ctnn/activation/tanh.hpp>
#include <ctnn/layer/dense.hpp>
#include <ctnn/network/network.hpp>
#include <ctnn/number/interval.hpp>
#include <ctnn/number/next_above.hpp>
#include <ctnn/verify/linear_bounds.hpp>
#include <limits>

#include "../catch.hpp"
#include "../support/random_numbers.hpp"
#include "real_values.hpp"

namespace {

using ctnn::number::next_above;

// A real number is from `down` to the next number above it.
template <class T>
bool may_hold(ctnn::interval<T> const& y, double down) {
    return static_cast<double>(y.lower) <= next_above(down) && down <= static_cast<double>(y.upper);
}

template <class Activation, class T>
using net = ctnn::network<T, ctnn::input<3>, ctnn::dense<5, Activation>, ctnn::dense<4, Activation>,
                          ctnn::dense<2>>;

template <class Activation, class T>
void check(std::uint32_t seed, double const (&values)[6][2]) {
    seeded::random_numbers random(seed);
    auto const n = random.network<net<Activation, T>>();
    for (auto const& expected : values) {
        auto const x = random.array<T, 3>();
        auto const at = ctnn::linear_bounds(n, ctnn::box<T, 3>{x, x});
        auto const around = ctnn::linear_bounds(n, ctnn::box<T, 3>::around(x, T(0.125)));
        for (std::size_t j = 0; j < 2; ++j) {
            CHECK(may_hold(at[j], expected[j]));
            CHECK(may_hold(around[j], expected[j]));
            // (so narrow that a wrong number in either would be outside)
            CHECK(static_cast<double>(at[j].upper) - static_cast<double>(at[j].lower) <
                  10000 * static_cast<double>(std::numeric_limits<T>::epsilon()));
        }
    }
}

template <class T>
void check_all() {
    check<ctnn::relu, T>(303, real_values::net_of_relu);
    check<ctnn::elu, T>(304, real_values::net_of_elu);
    check<ctnn::tanh, T>(305, real_values::net_of_tanh);
    check<ctnn::sigmoid, T>(306, real_values::net_of_sigmoid);
    check<ctnn::softplus, T>(307, real_values::net_of_softplus);
    check<ctnn::silu, T>(308, real_values::net_of_silu);
    check<ctnn::gelu, T>(309, real_values::net_of_gelu);
}

TEST_CASE("linear bounds hold what networks of real numbers give") {
    check_all<float>();
    check_all<double>();
}

template <std::size_t Size, class Function>
void check_function(double const (&values)[Size][2], Function const& f) {
    for (auto const& [x, down] : values) {
        INFO(x);
        CHECK(may_hold(f(ctnn::interval<double>{x, x}), down));
        if (static_cast<double>(static_cast<float>(x)) == x)
            CHECK(may_hold(f(ctnn::interval<float>(static_cast<float>(x))), down));
    }
}

TEST_CASE("functions of intervals hold the real functions") {
    check_function(real_values::exp, [](auto x) { return exp(x); });
    check_function(real_values::expm1, [](auto x) { return expm1(x); });
    check_function(real_values::log, [](auto x) { return log(x); });
    check_function(real_values::log1p, [](auto x) { return log1p(x); });
    check_function(real_values::tanh, [](auto x) { return tanh(x); });
    check_function(real_values::erf, [](auto x) { return erf(x); });
}

} // namespace
