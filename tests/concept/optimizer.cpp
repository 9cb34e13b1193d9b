#include <ctnn/concept/optimizer.hpp>

#include <array>
#include <ctnn/concept/no_state.hpp>
#include <ctnn/layer/dense.hpp>
#include <ctnn/network/network.hpp>
#include <ctnn/number/dual.hpp>
#include <ctnn/optimizer/adam.hpp>
#include <ctnn/optimizer/adamw.hpp>
#include <ctnn/optimizer/sgd.hpp>
#include <ctnn/optimizer/sgd_momentum.hpp>
#include <type_traits>

#include "../catch.hpp"
#include "../laws/own_optimizers.hpp"

namespace {

using ctnn::concepts::optimizer;
using model = ctnn::network<double, ctnn::input<2>, ctnn::dense<1>>;
using other = ctnn::network<float, ctnn::input<3>, ctnn::dense<2>>;

struct no_update {
    template <class Scalar>
    static constexpr Scalar at() {
        return {};
    }
};
struct no_at {
    static constexpr void update(auto&, auto const&, auto&, auto const&) {}
};
struct least : no_update, no_at {};
struct at_one_scalar : no_at {
    template <std::same_as<double> Scalar>
    static constexpr Scalar at() {
        return {};
    }
};
struct update_of_a_network : no_update {
    static constexpr void update(model&, model const&, auto&, auto const&) {}
};
struct empty_memory : least {
    template <class T>
    struct memory {};
};
template <std::size_t Size>
struct with_an_array : least {
    template <class T>
    struct memory {
        T numbers[Size];
    };
};
struct five : least {
    template <class T>
    struct memory {
        T a, b, c, d, e;
    };
};
struct no_aggregate : least {
    template <class T>
    struct memory {
        explicit memory(T start) : sum(start) {}
        T sum;
    };
};
struct a_count : least {
    template <class T>
    struct memory {
        T sum;
        bool began;
    };
};

// What each remembers.
using ctnn::detail::state_of;
static_assert(std::is_same_v<state_of<ctnn::sgd, model>, ctnn::no_state>);
static_assert(std::is_same_v<state_of<own::sign_descent, model>, ctnn::no_state>);
static_assert(std::is_same_v<state_of<empty_memory, model>, ctnn::no_state>);
static_assert(std::is_same_v<state_of<own::momentum, model>,
                             ctnn::optimizer_memory<model, own::momentum::memory<double>>>);
static_assert(std::is_same_v<state_of<ctnn::adam, model>, state_of<ctnn::adamw, model>>);
static_assert(state_of<own::last_four, model>::size == 4);

} // namespace

TEST_CASE("what models an optimizer", "[concept]") {
    STATIC_REQUIRE(optimizer<ctnn::sgd, model>);
    STATIC_REQUIRE(optimizer<ctnn::sgd, other>);
    STATIC_REQUIRE(optimizer<ctnn::sgd_momentum, model>);
    STATIC_REQUIRE(optimizer<ctnn::adam, other>);
    STATIC_REQUIRE(optimizer<ctnn::adamw, model>);
    STATIC_REQUIRE(
        optimizer<ctnn::adam, ctnn::network<ctnn::dual<double>, ctnn::input<2>, ctnn::dense<1>>>);
    STATIC_REQUIRE(optimizer<own::momentum, model>);
    STATIC_REQUIRE(optimizer<own::sign_descent, other>);
    STATIC_REQUIRE(optimizer<own::last_four, other>);
    STATIC_REQUIRE(optimizer<own::clipped<ctnn::sgd>, other>);
    STATIC_REQUIRE(optimizer<least, model>);
    STATIC_REQUIRE(optimizer<empty_memory, model>);
    STATIC_REQUIRE(optimizer<at_one_scalar, model>);
}

TEST_CASE("what does not model an optimizer", "[concept]") {
    STATIC_REQUIRE(!optimizer<double, model>);
    STATIC_REQUIRE(!optimizer<no_update, model>);
    STATIC_REQUIRE(!optimizer<no_at, model>);
    STATIC_REQUIRE(!optimizer<at_one_scalar, other>);
    STATIC_REQUIRE(!optimizer<update_of_a_network, model>);
    STATIC_REQUIRE(!optimizer<five, model>);
    STATIC_REQUIRE(!optimizer<with_an_array<5>, model>);
    STATIC_REQUIRE(!optimizer<no_aggregate, model>);
    STATIC_REQUIRE(!optimizer<a_count, model>);
    STATIC_REQUIRE(!optimizer<ctnn::sgd, double>);
}
