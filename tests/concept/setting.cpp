#include <ctnn/concept/setting.hpp>

#include <ctnn/number/dual.hpp>
#include <ctnn/number/fixed_point.hpp>
#include <ctnn/optimizer/adam.hpp>
#include <ctnn/optimizer/adamw.hpp>
#include <ctnn/optimizer/sgd.hpp>
#include <ctnn/optimizer/sgd_momentum.hpp>
#include <ctnn/schedule/cosine_decay.hpp>
#include <limits>
#include <string>

#include "../catch.hpp"

namespace {

using ctnn::fixed_point, ctnn::is_finite_and_not_negative, ctnn::saturates, ctnn::vanishes;
using limits = std::numeric_limits<double>;

static_assert(is_finite_and_not_negative(0) && is_finite_and_not_negative(limits::max()));
static_assert(!is_finite_and_not_negative(-1e-300));
static_assert(!is_finite_and_not_negative(limits::infinity()));
static_assert(!is_finite_and_not_negative(limits::quiet_NaN()));

static_assert(!vanishes<double>(0) && !vanishes<float>(1e-8) && vanishes<float>(1e-50));
static_assert(vanishes<fixed_point<15, 16>>(1e-8) && !vanishes<fixed_point<15, 16>>(0.001));
static_assert(vanishes<fixed_point<15, 16>>(-1e-8));
static_assert(!vanishes<ctnn::dual<double>>(1e-300));

static_assert(!saturates<float>(1000) && !saturates<double>(1e300));
static_assert(saturates<fixed_point<3, 12>>(10) && !saturates<fixed_point<3, 12>>(7));
static_assert(!saturates<fixed_point<3, 12>>(1e-9));
static_assert(saturates<float>(1e300) && !saturates<float>(3e38) && !saturates<float>(0));
static_assert(!saturates<double>(limits::max()) && saturates<ctnn::dual<float>>(1e39));

template <class Scalar>
std::string problem_of(ctnn::adam const& adam) {
    char const* const problem = adam.problem<Scalar>();
    return problem == nullptr ? "" : problem;
}

} // namespace

TEST_CASE("sgd_momentum's momentum is refused where it becomes 1 or 0", "[concept]") {
    CHECK(std::string(ctnn::sgd_momentum{.momentum = 0.999}.problem<fixed_point<7, 8>>()) ==
          "momentum is 1 in the network's scalar");
    CHECK(std::string(ctnn::sgd_momentum{.momentum = 0.001}.problem<fixed_point<7, 8>>()) ==
          "momentum is 0 in the network's scalar");
    CHECK(ctnn::sgd_momentum{.momentum = 0}.problem<fixed_point<7, 8>>() == nullptr);
}

TEST_CASE("settings beyond the scalar are refused", "[concept]") {
    constexpr double vast = 1e300;
    std::string const too_large = " is more than the network's scalar can hold";
    CHECK(ctnn::sgd{vast}.problem<float>() == "learning_rate" + too_large);
    CHECK(ctnn::sgd{vast}.problem<double>() == nullptr);
    CHECK(ctnn::sgd{9}.problem<fixed_point<3, 12>>() == "learning_rate" + too_large);
    CHECK(ctnn::sgd_momentum{vast}.problem<float>() == "learning_rate" + too_large);
    CHECK(problem_of<float>({.learning_rate = vast}) == "learning_rate" + too_large);
    CHECK(problem_of<float>({.epsilon = vast}) == "epsilon" + too_large);
    CHECK(ctnn::adamw{.weight_decay = vast}.problem<float>() == "weight_decay" + too_large);
    CHECK(ctnn::adamw{.weight_decay = 0}.problem<float>() == nullptr);
    using schedule = ctnn::cosine_decay<ctnn::sgd>;
    CHECK(schedule{.final_learning_rate = vast}.problem<float>() ==
          "final_learning_rate" + too_large);
    CHECK(schedule{.optimizer = {vast}}.problem<float>() == "learning_rate" + too_large);
}

TEST_CASE("adam's settings are refused where the scalar loses them", "[concept]") {
    CHECK(problem_of<float>({}) == "");
    CHECK(problem_of<double>({}) == "");
    CHECK(problem_of<fixed_point<15, 16>>({}) == "epsilon is 0 in the network's scalar");
    CHECK(problem_of<fixed_point<15, 16>>({.epsilon = 0.001}) == "");
    CHECK(problem_of<fixed_point<7, 24>>({.epsilon = 0.001}) ==
          "beta2 is too near 1 for the network's scalar, which can not hold 1 / (1 - beta2)");
    CHECK(problem_of<fixed_point<7, 24>>({.beta2 = 0.99, .epsilon = 0.001}) == "");
    CHECK(problem_of<fixed_point<3, 12>>({.beta2 = 0.75, .epsilon = 0.001}) ==
          "beta1 is too near 1 for the network's scalar, which can not hold 1 / (1 - beta1)");
    CHECK(problem_of<float>({.beta1 = 0.99999999}) == "beta1 is 1 in the network's scalar");
    CHECK(problem_of<fixed_point<15, 16>>({.beta2 = 1e-9, .epsilon = 0.001}) ==
          "beta2 is 0 in the network's scalar");
    CHECK(problem_of<fixed_point<3, 4>>({.learning_rate = 0.01}) ==
          "learning_rate is 0 in the network's scalar");
}
