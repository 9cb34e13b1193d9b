#include <ctnn/concept/network.hpp>

#include <ctnn/activation/relu.hpp>
#include <ctnn/layer/dense.hpp>

#include "../catch.hpp"

namespace {

using ctnn::concepts::network;
using model = ctnn::network<float, ctnn::input<2>, ctnn::dense<3, ctnn::relu>, ctnn::dense<1>>;

} // namespace

namespace lookalikes {

struct net {
    static constexpr std::size_t input_size = 2, output_size = 1, parameter_count = 13;
    std::array<float, 1> operator()(std::array<float, 2> const&) const { return {}; }
};

} // namespace lookalikes

TEST_CASE("what models a network", "[concept]") {
    STATIC_REQUIRE(network<model>);
    STATIC_REQUIRE(network<model const>);
    STATIC_REQUIRE(network<ctnn::network<double, ctnn::input<1>, ctnn::relu>>);
}

TEST_CASE("what does not model a network", "[concept]") {
    STATIC_REQUIRE(!network<model&>);
    STATIC_REQUIRE(!network<float>);
    STATIC_REQUIRE(!network<ctnn::dense<3>>);
    STATIC_REQUIRE(!network<lookalikes::net>);
}
