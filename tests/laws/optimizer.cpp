#include <ctnn/activation/softmax.hpp>
#include <ctnn/activation/tanh.hpp>
#include <ctnn/concept/no_state.hpp>
#include <ctnn/layer/dense.hpp>
#include <ctnn/network/network.hpp>
#include <ctnn/optimizer/sgd.hpp>

#include "../catch.hpp"
#include "optimizer_laws.hpp"
#include "own.hpp"

namespace {

template <class Optimizer, class Scalar>
void check() {
    using network = ctnn::network<Scalar, ctnn::input<3>, ctnn::dense<4, ctnn::tanh>, own::scale,
                                  ctnn::dense<2, ctnn::softmax>>;
    using laws = laws::optimizer<Optimizer, network>;
    static_assert(laws::a_gradient_of_zero_leaves_the_network(1));
    static_assert(laws::a_rate_of_zero_leaves_the_network(1));
    static_assert(laws::update_is_apply(1));
    static_assert(laws::training_is_repeated_steps(1));
    static_assert(laws::a_bad_rate_is_not_valid());
    for (std::uint32_t seed = 10; seed < 20; ++seed) {
        CAPTURE(seed);
        CHECK(laws::a_gradient_of_zero_leaves_the_network(seed));
        CHECK(laws::a_rate_of_zero_leaves_the_network(seed));
        CHECK(laws::a_step_lowers_the_loss(seed));
        CHECK(laws::update_is_apply(seed));
        CHECK(laws::training_is_repeated_steps(seed));
        CHECK(laws::a_batch_is_a_mean(seed));
        CHECK(laws::training_goes_on(seed, {}));
        CHECK(laws::training_goes_on(seed, {.shuffle = true, .seed = seed}));
        CHECK(laws::training_goes_on(seed, {.batch_size = 3, .shuffle = true, .seed = seed}));
    }
    CHECK(laws::bits_are_the_same_in_the_compiler());
}

// Only an optimizer with a memory has a state.
using any = ctnn::network<double, ctnn::input<2>, ctnn::dense<1>>;
static_assert(std::same_as<ctnn::detail::state_of<ctnn::sgd, any>, ctnn::no_state>);
static_assert(std::same_as<ctnn::detail::state_of<own::momentum, any>, own::momentum::state<any>>);

} // namespace

TEMPLATE_TEST_CASE("the laws of optimizers", "[laws]", ctnn::sgd, own::momentum) {
    check<TestType, double>();
    check<TestType, float>();
}
