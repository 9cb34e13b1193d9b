#include <ctnn/concept/network.hpp>

#include <ctnn/activation/relu.hpp>
#include <ctnn/concept/trainable_network.hpp>
#include <ctnn/layer/dense.hpp>
#include <ctnn/network/network.hpp>
#include <ctnn/quantization/quantized.hpp>

#include "../catch.hpp"

namespace {

using ctnn::concepts::network, ctnn::concepts::trainable_network;
using model = ctnn::network<float, ctnn::input<2>, ctnn::dense<3, ctnn::relu>, ctnn::dense<1>>;

} // namespace

namespace lookalikes {

struct net {
    static constexpr std::size_t input_size = 2, output_size = 1, parameter_count = 13;
    std::array<float, 1> operator()(std::array<float, 2> const&) const { return {}; }
};

// What a type that only infers must have, and two that lack the last of it.
struct base {
    using scalar = float;
    static constexpr std::size_t input_size = 2, output_size = 1, depth = 1;
    using input_type = std::array<float, 2>;
    using output_type = std::array<float, 1>;
    struct last_stage {
        using layer = ctnn::dense<1>;
    };
};
struct inferring : base {
    output_type operator()(input_type const&) const { return {}; }
};
struct without_a_call : base {};
struct giving_doubles : base {
    std::array<double, 1> operator()(input_type const&) const { return {}; }
};
struct taking_doubles : base {
    using input_type = std::array<double, 2>;
    output_type operator()(input_type const&) const { return {}; }
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
    STATIC_REQUIRE(!network<lookalikes::without_a_call>);
    STATIC_REQUIRE(!network<lookalikes::giving_doubles>);
    STATIC_REQUIRE(!network<lookalikes::taking_doubles>);
}

TEST_CASE("what only infers is a network that cannot be trained", "[concept]") {
    STATIC_REQUIRE(network<lookalikes::inferring>);
    STATIC_REQUIRE(!trainable_network<lookalikes::inferring>);
    STATIC_REQUIRE(network<ctnn::quantized<model>>);
    STATIC_REQUIRE(!trainable_network<ctnn::quantized<model>>);
}
