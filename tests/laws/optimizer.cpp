#include <ctnn/activation/relu.hpp>
#include <ctnn/activation/softmax.hpp>
#include <ctnn/layer/dense.hpp>
#include <ctnn/network/network.hpp>
#include <ctnn/number/dual.hpp>
#include <ctnn/number/fixed_point.hpp>
#include <ctnn/optimizer/adam.hpp>
#include <ctnn/optimizer/adamw.hpp>
#include <ctnn/optimizer/sgd.hpp>
#include <ctnn/optimizer/sgd_momentum.hpp>

#include "../catch.hpp"
#include "optimizer_laws.hpp"
#include "own.hpp"
#include "own_optimizers.hpp"

namespace {

struct nesterov : ctnn::sgd_momentum {
    constexpr nesterov() : ctnn::sgd_momentum{.nesterov = true} {}
};

// Settings that a fixed_point holds.
template <class Adam>
struct coarse : Adam {
    constexpr coarse() {
        this->beta1 = 0.875;
        this->beta2 = 0.9375;
        this->epsilon = 0.015625;
    }
};

template <class Optimizer, class Scalar>
using laws_of =
    laws::optimizer<Optimizer, ctnn::network<Scalar, ctnn::input<3>, ctnn::dense<9, ctnn::relu>,
                                             own::scale, ctnn::dense<2, ctnn::softmax>>>;

template <class Optimizer, class Scalar>
void check_steps() {
    using laws = laws_of<Optimizer, Scalar>;
    for (std::uint32_t seed = 10; seed < 20; ++seed) {
        CAPTURE(seed);
        CHECK(laws::a_rate_of_zero_leaves_the_network(seed));
        for (std::size_t const batch_size : {1u, 2u, 5u}) {
            CAPTURE(batch_size);
            CHECK(laws::training_is_repeated_steps(seed, batch_size));
        }
        CHECK(laws::train_step_is_such_a_step(seed));
        CHECK(laws::training_goes_on(seed, {}));
        CHECK(laws::training_goes_on(seed, {.shuffle = true, .seed = seed}));
        CHECK(laws::training_goes_on(seed, {.batch_size = 3, .shuffle = true, .seed = seed}));
    }
}

template <class Optimizer, class Scalar>
void check() {
    using laws = laws_of<Optimizer, Scalar>;
    static_assert(laws::training_is_repeated_steps(1, 1));
    static_assert(laws::training_is_repeated_steps(1, 2));
    check_steps<Optimizer, Scalar>();
    for (std::uint32_t seed = 10; seed < 20; ++seed) {
        CAPTURE(seed);
        CHECK(laws::a_step_lowers_the_loss(seed));
        CHECK(laws::a_bad_epoch_is_undone(seed, 1));
        CHECK(laws::a_bad_epoch_is_undone(seed, 2));
    }
    CHECK(laws::bits_are_the_same_in_the_compiler());
}

} // namespace

TEMPLATE_TEST_CASE("the laws of optimizers", "[laws]", ctnn::sgd, ctnn::sgd_momentum, nesterov,
                   ctnn::adam, ctnn::adamw, own::momentum, own::sign_descent, own::last_four,
                   own::clipped<ctnn::sgd>, own::clipped<ctnn::adam>) {
    check<TestType, double>();
    check<TestType, float>();
}

TEMPLATE_TEST_CASE("the laws of optimizers that constrain the network", "[laws]",
                   own::bounded<ctnn::sgd>, own::clipped<own::bounded<ctnn::adam>>) {
    check_steps<TestType, double>();
    check_steps<TestType, float>();
    CHECK(laws_of<TestType, double>::bits_are_the_same_in_the_compiler());
}

TEST_CASE("an optimizer's update, or its constants, may be for numbers alone", "[laws]") {
    static_assert(laws_of<own::for_numbers, float>::training_is_repeated_steps(1, 1));
    static_assert(laws_of<own::for_numbers, float>::training_is_repeated_steps(1, 2));
    static_assert(laws_of<own::constants_in_numbers, double>::training_is_repeated_steps(1, 2));
    check_steps<own::for_numbers, float>();
    check_steps<own::constants_in_numbers, double>();
}

TEMPLATE_TEST_CASE("the laws of optimizers in dual numbers", "[laws]", ctnn::sgd, nesterov,
                   ctnn::adam, own::last_four, own::clipped<ctnn::sgd>) {
    check_steps<TestType, ctnn::dual<double>>();
}

TEMPLATE_TEST_CASE("the laws of optimizers in fixed point", "[laws]", ctnn::sgd, ctnn::sgd_momentum,
                   nesterov, coarse<ctnn::adam>, coarse<ctnn::adamw>, own::last_four,
                   own::clipped<ctnn::sgd>) {
    check_steps<TestType, ctnn::fixed_point<7, 24>>();
}

TEMPLATE_TEST_CASE("every optimizer refuses a rate that makes no sense", "[laws]", ctnn::sgd,
                   ctnn::sgd_momentum, ctnn::adam, ctnn::adamw, own::momentum) {
    using limits = std::numeric_limits<double>;
    for (double const rate : {-0.1, limits::quiet_NaN(), limits::infinity()})
        CHECK(laws_of<TestType, float>::a_bad_rate_is_refused(rate));
}
