#include <ctnn/concept/optimizer.hpp>

#include <ctnn/layer/dense.hpp>
#include <ctnn/network/network.hpp>
#include <ctnn/optimizer/sgd.hpp>

#include "../catch.hpp"
#include "../laws/own.hpp"

namespace {

using ctnn::no_state;
using ctnn::concepts::optimizer;
using model = ctnn::network<double, ctnn::input<2>, ctnn::dense<1>>;
using other = ctnn::network<float, ctnn::input<3>, ctnn::dense<2>>;

struct no_apply {
    static constexpr bool is_valid() { return true; }
};
struct no_is_valid {
    static constexpr void apply(model&, model const&, no_state&) {}
};
struct of_one_model : no_is_valid, no_apply {};
struct without_its_state : no_apply {
    template <class Network>
    struct state {
        Network velocity;
    };
    static constexpr void apply(model&, model const&, no_state&) {}
};
struct with_a_state_from_nothing : no_apply {
    template <class Network>
    struct state {
        state() = delete;
    };
    static constexpr void apply(model&, model const&, state<model>&) {}
};

} // namespace

TEST_CASE("what models an optimizer", "[concept]") {
    STATIC_REQUIRE(optimizer<ctnn::sgd, model>);
    STATIC_REQUIRE(optimizer<ctnn::sgd, other>);
    STATIC_REQUIRE(optimizer<own::momentum, model>);
    STATIC_REQUIRE(optimizer<of_one_model, model>);
}

TEST_CASE("what does not model an optimizer", "[concept]") {
    STATIC_REQUIRE(!optimizer<double, model>);
    STATIC_REQUIRE(!optimizer<no_apply, model>);
    STATIC_REQUIRE(!optimizer<no_is_valid, model>);
    STATIC_REQUIRE(!optimizer<of_one_model, other>);
    STATIC_REQUIRE(!optimizer<without_its_state, model>);
    STATIC_REQUIRE(!optimizer<with_a_state_from_nothing, model>);
    STATIC_REQUIRE(!optimizer<ctnn::sgd, double>);
}
