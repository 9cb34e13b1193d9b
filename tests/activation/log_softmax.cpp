#include <ctnn/activation/log_softmax.hpp>

#include <array>
#include <cmath>
#include <ctnn/activation/softmax.hpp>
#include <ctnn/number/fixed_point.hpp>

#include "../catch.hpp"
#include "../support/compare.hpp"
#include "oracle/log_softmax.hpp"
#include "vectors_against_oracle.hpp"

namespace {

using compare::opaque;
using ctnn::log_softmax;

static_assert(activation_oracle::vectors_agree<log_softmax, double>(activation_oracle::log_softmax,
                                                                    3));
static_assert(activation_oracle::vectors_agree<log_softmax, float>(activation_oracle::log_softmax,
                                                                   3));

} // namespace

TEST_CASE("log_softmax and its Jacobian are the oracle's", "[activation]") {
    activation_oracle::check_vectors_on_the_machine<log_softmax>(activation_oracle::log_softmax, 3);
}

TEST_CASE("log_softmax is not changed by a shift, and stays finite where softmax is 0",
          "[activation]") {
    auto const y = log_softmax::forward(opaque(std::array{1.0, 2.0, 3.0}));
    CHECK(log_softmax::forward(opaque(std::array{1025.0, 1026.0, 1027.0})) == y);
    CHECK(log_softmax::forward(opaque(std::array{1e4, -1e4})) == std::array{0.0, -2e4});
    CHECK(log_softmax::forward(opaque(std::array{-100.0F, 100.0F})) == std::array{-200.0F, 0.0F});
    CHECK(log_softmax::forward(opaque(std::array{8e307, -8e307})) == std::array{0.0, -1.6e308});
}

TEST_CASE("no output of log_softmax is positive, with as many inputs as there may be",
          "[activation]") {
    std::array<float, 300> x{};
    for (std::size_t i = 0; i < x.size(); ++i)
        x[i] = static_cast<float>((i * 7919) % 301) / 16 - 9;
    double sum = 0;
    for (float const y : log_softmax::forward(opaque(x))) {
        CHECK(y < 0);
        sum += std::exp(static_cast<double>(y));
    }
    CHECK(std::abs(sum - 1) < 1e-5);
}

TEST_CASE("log_softmax of one number is 0 and has no slope", "[activation]") {
    std::array<double, 1> const x{opaque(-7.0)};
    CHECK(log_softmax::forward(x)[0] == 0);
    CHECK(log_softmax::backward(x, {0.0}, {3.0})[0] == 0);
}

TEST_CASE("log_softmax with a NaN or a positive infinity is NaN throughout", "[activation]") {
    activation_oracle::check_that_nan_spreads<log_softmax>();
    double const infinity = compare::infinity<double>;
    CHECK(log_softmax::forward(opaque(std::array{0.0, -infinity})) == std::array{0.0, -infinity});
    CHECK(log_softmax::backward(std::array{0.0, -infinity}, opaque(std::array{0.0, -infinity}),
                                std::array{0.0, -1.0}) == std::array{1.0, -1.0});
}

namespace {

// The sum of the exp may be beyond the format: it is halved, and an error of half a step doubled.
template <class Fixed, std::size_t Size>
constexpr double worst_in_fixed_point(double step_between) {
    std::array<Fixed, Size> x{};
    double total = 0, worst = 0;
    for (std::size_t i = 0; i < Size; ++i)
        x[i] = Fixed(-step_between * static_cast<double>((i * 7) % Size));
    for (Fixed const& number : x)
        total += ctnn::math::exp(static_cast<double>(number));
    auto const y = log_softmax::forward(x);
    for (std::size_t i = 0; i < Size; ++i) {
        double const error =
            static_cast<double>(y[i]) - (static_cast<double>(x[i]) - ctnn::math::log(total));
        worst = error > worst ? error : -error > worst ? -error : worst;
    }
    return worst / static_cast<double>(Fixed::step());
}

using short_format = ctnn::fixed_point<3, 12>;
static_assert(worst_in_fixed_point<short_format, 3>(0.5) <= 2);
static_assert(worst_in_fixed_point<short_format, 9>(0.125) <= 2);
static_assert(worst_in_fixed_point<short_format, 100>(0) <= 2);
static_assert(worst_in_fixed_point<short_format, 100>(0.03125) <= 16);
static_assert(worst_in_fixed_point<ctnn::fixed_point<5, 2>, 40>(0) <= 2);
static_assert(worst_in_fixed_point<ctnn::fixed_point<7, 24>, 200>(0.03125) <= 8);

} // namespace

TEST_CASE("log_softmax in fixed point is off by a few steps, and saturates", "[activation]") {
    CHECK(worst_in_fixed_point<short_format, 9>(opaque(0.125)) <= 2);
    CHECK(log_softmax::forward(opaque(std::array{short_format(7), short_format(-7)})) ==
          std::array{short_format::from_raw(-1), short_format::lowest()});
}
