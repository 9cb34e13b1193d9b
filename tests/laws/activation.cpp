#include <ctnn/activation/celu.hpp>
#include <ctnn/activation/clamp.hpp>
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

#include "../catch.hpp"
#include "activation_laws.hpp"
#include "own.hpp"

namespace {

using clamp = ctnn::clamp<-1, 0.5>;

} // namespace

TEMPLATE_TEST_CASE("the laws of activations", "[laws]", ctnn::elu, ctnn::basic_elu<0.5>, ctnn::gelu,
                   ctnn::hard_sigmoid, ctnn::hard_tanh, ctnn::identity, ctnn::leaky_relu,
                   ctnn::basic_leaky_relu<0.25>, ctnn::relu, ctnn::sigmoid, ctnn::silu,
                   ctnn::softmax, ctnn::softplus, ctnn::tanh, ctnn::celu, ctnn::basic_celu<0.5>,
                   ctnn::hard_swish, ctnn::log_sigmoid, ctnn::log_softmax, ctnn::mish, ctnn::relu6,
                   ctnn::selu, ctnn::softsign, clamp, own::swish<1.5>) {
    using laws = laws::activation<TestType, double, 3>;
    using float_laws = ::laws::activation<TestType, float, 5>;
    static_assert(laws::gradient_agrees_with_dual_numbers(1));
    static_assert(float_laws::gradient_agrees_with_dual_numbers(2));
    static_assert(laws::is_the_same_as_a_layer(3));
    for (std::uint32_t seed = 10; seed < 60; ++seed) {
        CAPTURE(seed);
        CHECK(laws::gradient_agrees_with_dual_numbers(seed));
        CHECK(float_laws::gradient_agrees_with_dual_numbers(seed));
        CHECK(laws::is_the_same_as_a_layer(seed));
        CHECK(laws::derives_from_its_output_if_it_says_so(seed));
        CHECK(float_laws::derives_from_its_output_if_it_says_so(seed));
        CHECK(float_laws::is_the_same_as_a_layer(seed));
    }
    CHECK(laws::bits_are_the_same_in_the_compiler());
    CHECK(float_laws::bits_are_the_same_in_the_compiler());
    // Wider than the machine's vectors, and with a rest.
    CHECK(::laws::activation<TestType, double, 9>::bits_are_the_same_in_the_compiler());
    CHECK(::laws::activation<TestType, float, 19>::bits_are_the_same_in_the_compiler());
}
