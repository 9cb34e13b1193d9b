// How far activations in fixed point are from the real functions, beside these in long double: at every
// number of 8 and 16 bits.

#include <ctnn/verify/detail/interval/fixed_error.hpp>

#include <cmath>
#include <cstdint>
#include <ctnn/activation/celu.hpp>
#include <ctnn/activation/elu.hpp>
#include <ctnn/activation/gelu.hpp>
#include <ctnn/activation/hard_sigmoid.hpp>
#include <ctnn/activation/hard_swish.hpp>
#include <ctnn/activation/hard_tanh.hpp>
#include <ctnn/activation/identity.hpp>
#include <ctnn/activation/leaky_relu.hpp>
#include <ctnn/activation/log_sigmoid.hpp>
#include <ctnn/activation/log_softmax.hpp>
#include <ctnn/activation/mish.hpp>
#include <ctnn/activation/relu.hpp>
#include <ctnn/activation/relu6.hpp>
#include <ctnn/activation/selu.hpp>
#include <ctnn/activation/sigmoid.hpp>
#include <ctnn/activation/silu.hpp>
#include <ctnn/activation/softmax.hpp>
#include <ctnn/activation/softplus.hpp>
#include <ctnn/activation/softsign.hpp>
#include <ctnn/activation/tanh.hpp>
#include <ctnn/number/fixed_point.hpp>
#include <ctnn/verify/detail/interval/log_softmax_range.hpp>

#include "../catch.hpp"

namespace {

using ctnn::verify::detail::fixed_error;

using real = long double;

// The largest share of the bound that is reached.
template <class T, class Activation, class Exact>
double worst_share(Exact const& exact) {
    real worst = 0;
    for (int steps = T::lowest().raw; steps <= T::largest().raw; ++steps) {
        T const x = T::from_raw(static_cast<typename T::storage>(steps));
        real const at = static_cast<real>(x), wanted = exact(at);
        if (wanted > static_cast<real>(T::largest()) || wanted < static_cast<real>(T::lowest()))
            continue; // (saturated)
        real const error = std::fabs(static_cast<real>(Activation::value(x)) - wanted);
        real const most = static_cast<real>(
            fixed_error<Activation>::template at<T>(static_cast<double>(std::fabs(at))));
        worst = error > worst * most ? error / (most > 0 ? most : 1e-300L) : worst;
    }
    return static_cast<double>(worst) * (1 - 1e-12); // (the bound is rounded as well)
}

template <class T>
void check() {
    INFO(T::integer_bits << " and " << T::fraction_bits << " bits");
    auto const sigmoid = [](real x) { return 1 / (1 + std::exp(-x)); };
    CHECK(worst_share<T, ctnn::identity>([](real x) { return x; }) == 0);
    CHECK(worst_share<T, ctnn::relu>([](real x) { return x > 0 ? x : 0; }) == 0);
    CHECK(worst_share<T, ctnn::hard_tanh>([](real x) { return std::fmax(-1, std::fmin(x, 1)); }) ==
          0);
    CHECK(worst_share<T, ctnn::leaky_relu>([](real x) { return x > 0 ? x : real(0.01) * x; }) <= 1);
    CHECK(worst_share<T, ctnn::basic_leaky_relu<0.3>>(
              [](real x) { return x > 0 ? x : real(0.3) * x; }) <= 1);
    CHECK(worst_share<T, ctnn::hard_sigmoid>(
              [](real x) { return std::fmax(0, std::fmin(x / 6 + 0.5L, 1)); }) <= 1);
    CHECK(worst_share<T, ctnn::elu>([](real x) { return x > 0 ? x : std::expm1(x); }) <= 1);
    CHECK(worst_share<T, ctnn::basic_elu<0.7>>(
              [](real x) { return x > 0 ? x : real(0.7) * std::expm1(x); }) <= 1);
    CHECK(worst_share<T, ctnn::sigmoid>(sigmoid) <= 1);
    CHECK(worst_share<T, ctnn::tanh>([](real x) { return std::tanh(x); }) <= 1);
    CHECK(worst_share<T, ctnn::softplus>([](real x) { return std::log1p(std::exp(x)); }) <= 1);
    CHECK(worst_share<T, ctnn::silu>([&](real x) { return x * sigmoid(x); }) <= 1);
    CHECK(worst_share<T, ctnn::gelu>(
              [](real x) { return 0.5L * x * (1 + std::erf(x * std::sqrt(0.5L))); }) <= 1);
    CHECK(worst_share<T, ctnn::relu6>([](real x) { return std::fmax(0, std::fmin(x, 6)); }) == 0);
    CHECK(worst_share<T, ctnn::selu>([](real x) {
              return x > 0 ? 1.0507009873554804934L * x : 1.7580993408473768599L * std::expm1(x);
          }) <= 1);
    CHECK(worst_share<T, ctnn::mish>(
              [](real x) { return x * std::tanh(std::log1p(std::exp(x))); }) <= 1);
    CHECK(worst_share<T, ctnn::hard_swish>(
              [](real x) { return x * std::fmax(0, std::fmin(x / 6 + 0.5L, 1)); }) <= 1);
    CHECK(worst_share<T, ctnn::softsign>([](real x) { return x / (1 + std::fabs(x)); }) <= 1);
    CHECK(worst_share<T, ctnn::celu>([](real x) { return x > 0 ? x : std::expm1(x); }) <= 1);
    CHECK(worst_share<T, ctnn::basic_celu<1.5>>(
              [](real x) { return x > 0 ? x : 1.5L * std::expm1(x / 1.5L); }) <= 1);
    CHECK(worst_share<T, ctnn::log_sigmoid>([](real x) { return -std::log1p(std::exp(-x)); }) <= 1);
}

TEST_CASE("a softmax in fixed point is no further from the real one than is said") {
    using q = ctnn::fixed_point<3, 4>;
    real worst = 0;
    for (int a = -128; a < 128; ++a)
        for (int b = -128; b < 128; ++b) {
            if (a - b < -128 || b - a < -128)
                continue; // (saturated)
            auto const raw = [](int x) { return q::from_raw(static_cast<std::int8_t>(x)); };
            auto const y = ctnn::softmax::forward(std::array<q, 2>{raw(a), raw(b)});
            real const wanted = 1 / (1 + std::exp(static_cast<real>(b - a) / 16));
            worst = std::fmax(worst, std::fabs(static_cast<real>(y[0]) - wanted));
        }
    CHECK(static_cast<double>(worst) <= ctnn::verify::detail::fixed_softmax_error<q, 2>());
    CHECK(static_cast<double>(worst) > 0.5 * ctnn::curves::step<q>);
}

TEST_CASE("a log_softmax in fixed point is no further from the real one than is said") {
    using q = ctnn::fixed_point<3, 4>;
    real worst = 0;
    for (int a = -128; a < 128; ++a)
        for (int b = -128; b < 128; ++b) {
            auto const raw = [](int x) { return q::from_raw(static_cast<std::int8_t>(x)); };
            std::array<q, 2> const x{raw(a), raw(b)};
            std::array const points{ctnn::interval<q>{x[0], x[0]}, ctnn::interval<q>{x[1], x[1]}};
            if (ctnn::verify::detail::log_softmax_headroom(points) < 0)
                continue; // (saturated)
            real const wanted = -std::log1p(std::exp(static_cast<real>(b - a) / 16));
            worst = std::fmax(
                worst, std::fabs(static_cast<real>(ctnn::log_softmax::forward(x)[0]) - wanted));
        }
    CHECK(static_cast<double>(worst) <= ctnn::verify::detail::fixed_log_softmax_error<q, 2>());
    CHECK(static_cast<double>(worst) > 0.5 * ctnn::curves::step<q>);
}

TEST_CASE("activations in fixed point are no further from the real functions than is said") {
    check<ctnn::fixed_point<1, 6>>();
    check<ctnn::fixed_point<3, 4>>();
    check<ctnn::fixed_point<6, 1>>();
    check<ctnn::fixed_point<1, 14>>();
    check<ctnn::fixed_point<3, 12>>();
    check<ctnn::fixed_point<7, 8>>();
    check<ctnn::fixed_point<13, 2>>();
}

} // namespace
