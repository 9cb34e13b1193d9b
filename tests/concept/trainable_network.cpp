#include <ctnn/concept/trainable_network.hpp>

#include <ctnn/activation/relu.hpp>
#include <ctnn/concept/network.hpp>
#include <ctnn/layer/dense.hpp>
#include <ctnn/network/network.hpp>
#include <ctnn/number/fixed_point.hpp>

#include "../catch.hpp"

namespace {

using ctnn::concepts::network, ctnn::concepts::trainable_network;
using model = ctnn::network<float, ctnn::input<2>, ctnn::dense<3, ctnn::relu>, ctnn::dense<1>>;

template <class T>
constexpr int narrower = 0;
template <network T>
constexpr int narrower<T> = 1;
template <trainable_network T>
constexpr int narrower<T> = 2;

} // namespace

TEST_CASE("what models a trainable network", "[concept]") {
    STATIC_REQUIRE(trainable_network<model>);
    STATIC_REQUIRE(trainable_network<model const>);
    STATIC_REQUIRE(
        trainable_network<ctnn::network<ctnn::fixed_point<3, 12>, ctnn::input<1>, ctnn::relu>>);
    STATIC_REQUIRE(!trainable_network<model&>);
    STATIC_REQUIRE(!trainable_network<float>);
}

TEST_CASE("every trainable network is a network", "[concept]") {
    STATIC_REQUIRE(narrower<model> == 2);
    STATIC_REQUIRE(narrower<float> == 0);
}
