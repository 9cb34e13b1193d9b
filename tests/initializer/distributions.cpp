#include <ctnn/initializer/constant_value.hpp>
#include <ctnn/initializer/glorot_uniform.hpp>
#include <ctnn/initializer/he_normal.hpp>
#include <ctnn/initializer/lecun_normal.hpp>
#include <ctnn/initializer/lecun_uniform.hpp>
#include <ctnn/initializer/normal.hpp>
#include <ctnn/initializer/truncated_normal.hpp>
#include <ctnn/initializer/variance_scaling.hpp>
#include <ctnn/math/erf.hpp>

#include <algorithm>
#include <cmath>

#include "../catch.hpp"
#include "against_numpy.hpp"

namespace {

using namespace ctnn;

using model = network<double, input<50>, dense<200>>;
using modes = variance_scaling::modes;
using distributions = variance_scaling::distributions;

// The largest distance of the share of weights below x from the probability of that: Kolmogorov and Smirnov's.
template <class Initializer, class Probability>
double distance(Initializer const& initializer, Probability const& below) {
    auto const net = initialize<model>(compare::opaque(initializer), 7);
    auto weights = net.template layer<0>().weights.values;
    std::sort(weights.begin(), weights.end());
    double most = 0;
    double const count = static_cast<double>(weights.size());
    for (std::size_t i = 0; i < weights.size(); ++i) {
        double const p = below(weights[i]);
        most = std::max(
            {most, p - static_cast<double>(i) / count, static_cast<double>(i + 1) / count - p});
    }
    return most;
}

auto normal_below(double mean, double deviation) {
    return [=](double x) {
        return 0.5 + 0.5 * math::erf((x - mean) / deviation * 0.70710678118654752);
    };
}
auto uniform_below(double bound) {
    return [=](double x) { return std::clamp(0.5 + 0.5 * x / bound, 0.0, 1.0); };
}

// What one distribution of a hundred exceeds, of 10,000 weights.
constexpr double limit = 0.0163;

} // namespace

TEST_CASE("weights are distributed as their initializer says", "[initializer]") {
    CHECK(distance(lecun_uniform{}, uniform_below(std::sqrt(3.0 / 50))) < limit);
    CHECK(distance(lecun_normal{}, normal_below(0, std::sqrt(1.0 / 50))) < limit);
    CHECK(distance(normal{.mean = 1, .deviation = 2}, normal_below(1, 2)) < limit);
    CHECK(distance(normal{}, normal_below(0, 0.05)) < limit);
    CHECK(distance(variance_scaling{}, normal_below(0, std::sqrt(1.0 / 50))) < limit);
    CHECK(distance(variance_scaling{2, modes::fan_out, distributions::uniform},
                   uniform_below(std::sqrt(6.0 / 200))) < limit);
    CHECK(distance(variance_scaling{4, modes::fan_average, distributions::normal},
                   normal_below(0, std::sqrt(4.0 / 125))) < limit);
    auto const whole = normal_below(0.5, 0.25);
    double const cut = whole(0), share = whole(1) - cut;
    CHECK(distance(truncated_normal{.mean = 0.5, .deviation = 0.25},
                   [&](double x) { return (whole(x) - cut) / share; }) < limit);
    // It would notice.
    CHECK(distance(normal{}, normal_below(0, 0.052)) > limit / 2);
    CHECK(distance(truncated_normal{.mean = 0.5, .deviation = 0.25}, whole) > limit);
}

TEST_CASE("truncated normal weights are within two deviations of the mean", "[initializer]") {
    auto const net = initialize<model>(truncated_normal{.mean = 1, .deviation = 0.5}, 3);
    auto const& weights = net.layer<0>().weights.values;
    auto const [least, most] = std::minmax_element(weights.begin(), weights.end());
    CHECK(*least >= 0);
    CHECK(*least < 0.01);
    CHECK(*most <= 2);
    CHECK(*most > 1.99);
}

TEST_CASE("variance scaling has the others as settings", "[initializer]") {
    CHECK(initialize<model>(variance_scaling{.scale = 2}, 5) == initialize<model>(he_normal{}, 5));
    CHECK(initialize<model>(variance_scaling{}, 5) == initialize<model>(lecun_normal{}, 5));
    CHECK(initialize<model>(variance_scaling{.distribution = distributions::uniform}, 5) ==
          initialize<model>(lecun_uniform{}, 5));
    variance_scaling const glorot{1, modes::fan_average, distributions::uniform};
    CHECK(compare::near(compare::flat(initialize<model>(glorot, 5)),
                        compare::flat(initialize<model>(glorot_uniform{}, 5)), 2));
}

TEST_CASE("all weights are the constant value, and biases are 0", "[initializer]") {
    constexpr auto net = initialize<numpy_weights::model<float>>(constant_value{.value = 0.5}, 1);
    STATIC_REQUIRE(net.layer<1>().weights[3][1] == 0.5F);
    STATIC_REQUIRE(net.layer<1>().biases == std::array{0.0F, 0.0F});
}

TEST_CASE("settings of initializers that make no sense are not valid", "[initializer]") {
    for (double const wrong : {-1.0, compare::infinity<double>, compare::not_a_number<double>}) {
        CHECK_FALSE(normal{.deviation = wrong}.is_valid());
        CHECK_FALSE(truncated_normal{.deviation = wrong}.is_valid());
        CHECK_FALSE(variance_scaling{.scale = wrong}.is_valid());
    }
    CHECK_FALSE(constant_value{compare::not_a_number<double>}.is_valid());
    CHECK_FALSE(normal{.mean = compare::infinity<double>}.is_valid());
    CHECK_FALSE(truncated_normal{.mean = compare::infinity<double>}.is_valid());
    CHECK((normal{}.is_valid() && truncated_normal{}.is_valid() && constant_value{}.is_valid() &&
           variance_scaling{}.is_valid()));
}
