#include <ctnn/activation/softmax.hpp>
#include <ctnn/activation/tanh.hpp>
#include <ctnn/layer/activate.hpp>
#include <ctnn/layer/dense.hpp>

#include "../catch.hpp"
#include "layer_laws.hpp"
#include "own.hpp"

namespace {

template <class Layer, class Scalar, std::size_t Inputs>
void check() {
    using laws = laws::layer<Layer, Scalar, Inputs>;
    static_assert(laws::gradient_agrees_with_dual_numbers(1));
    static_assert(laws::accumulate_adds_to_what_is_there(2));
    static_assert(laws::descend_is_a_step_along_the_gradient(3));
    static_assert(laws::template its_compiler_form_has_the_same_bits<true>(4));
    static_assert(laws::template its_compiler_form_has_the_same_bits<false>(5));
    for (std::uint32_t seed = 10; seed < 30; ++seed) {
        CAPTURE(seed, Inputs);
        CHECK(laws::gradient_agrees_with_dual_numbers(seed));
        CHECK(laws::accumulate_adds_to_what_is_there(seed));
        CHECK(laws::descend_is_a_step_along_the_gradient(seed));
    }
    CHECK(laws::bits_are_the_same_in_the_compiler());
}

} // namespace

// Sizes on both sides of those of the machine's vectors.
TEMPLATE_TEST_CASE("the laws of layers", "[laws]", (ctnn::dense<1>), (ctnn::dense<2, ctnn::tanh>),
                   (ctnn::dense<3>), (ctnn::dense<4>), (ctnn::dense<7>), (ctnn::dense<9>),
                   (ctnn::activate<ctnn::softmax>), ctnn::tanh, own::scale) {
    check<TestType, double, 1>();
    check<TestType, double, 4>();
    check<TestType, float, 5>();
}
