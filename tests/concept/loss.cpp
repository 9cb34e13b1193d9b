#include <ctnn/concept/loss.hpp>

#include <ctnn/activation/sigmoid.hpp>
#include <ctnn/activation/softmax.hpp>
#include <ctnn/loss/binary_cross_entropy.hpp>
#include <ctnn/loss/cross_entropy.hpp>
#include <ctnn/loss/huber.hpp>
#include <ctnn/loss/mean_absolute_error.hpp>
#include <ctnn/loss/mean_squared_error.hpp>
#include <ctnn/number/dual.hpp>

#include "../catch.hpp"
#include "../laws/own.hpp"

namespace {

using ctnn::concepts::loss;
using ctnn::concepts::loss_fused_with;
using values = std::array<double, 2>;

struct no_derivative {
    static constexpr double value(values const&, values const&) { return 0; }
};
struct no_value {
    static constexpr values derivative(values const&, values const&) { return {}; }
};
struct in_float : no_value {
    static constexpr float value(values const&, values const&) { return 0; }
};
struct one_slope : no_derivative {
    static constexpr double derivative(values const&, values const&) { return 0; }
};
struct of_two_only : no_derivative, no_value {};

} // namespace

TEST_CASE("what models a loss", "[concept]") {
    STATIC_REQUIRE(loss<ctnn::binary_cross_entropy>);
    STATIC_REQUIRE(loss<ctnn::cross_entropy, float, 5>);
    STATIC_REQUIRE(loss<ctnn::huber>);
    STATIC_REQUIRE(loss<ctnn::mean_absolute_error, float, 1>);
    STATIC_REQUIRE(loss<ctnn::mean_squared_error, ctnn::dual<double>, 3>);
    STATIC_REQUIRE(loss<own::fourth_power>);
    STATIC_REQUIRE(loss<of_two_only>);
}

TEST_CASE("what does not model a loss", "[concept]") {
    STATIC_REQUIRE(!loss<double>);
    STATIC_REQUIRE(!loss<ctnn::softmax>);
    STATIC_REQUIRE(!loss<no_derivative>);
    STATIC_REQUIRE(!loss<no_value>);
    STATIC_REQUIRE(!loss<in_float>);
    STATIC_REQUIRE(!loss<one_slope>);
    STATIC_REQUIRE(!loss<of_two_only, double, 3>);
    STATIC_REQUIRE(!loss<of_two_only, float, 2>);
}

TEST_CASE("which losses are one with which activations", "[concept]") {
    STATIC_REQUIRE(loss_fused_with<ctnn::cross_entropy, ctnn::softmax>);
    STATIC_REQUIRE(loss_fused_with<ctnn::binary_cross_entropy, ctnn::sigmoid, float, 1>);
    STATIC_REQUIRE(!loss_fused_with<ctnn::cross_entropy, ctnn::sigmoid>);
    STATIC_REQUIRE(!loss_fused_with<ctnn::binary_cross_entropy, ctnn::softmax>);
    STATIC_REQUIRE(!loss_fused_with<ctnn::mean_squared_error, ctnn::softmax>);
}
