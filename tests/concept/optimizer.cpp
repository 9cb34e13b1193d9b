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

// Optional members of other forms.
struct memory_of_no_type : least {
    struct memory {
        double sum;
    };
};
struct problem_that_changes : least {
    template <class>
    constexpr char const* problem() {
        return nullptr;
    }
};
struct problem_of_no_scalar : least {
    constexpr char const* problem() const { return nullptr; }
};
struct problem_that_is_true : least {
    template <class>
    constexpr bool problem() const {
        return true;
    }
};
struct prepare_that_changes : least {
    constexpr void prepare(model&) {}
};
struct prepare_of_another : least {
    constexpr void prepare(other&) const {}
};
struct prepare_of_a_copy : least {
    constexpr void prepare(model) const {}
};
struct prepare_of_a_constant : least {
    static constexpr void prepare(auto const&) {}
};
struct prepare_that_returns : least {
    static constexpr auto prepare(auto& gradient) { return gradient; }
};
class private_prepare : public least {
    static constexpr void prepare(auto&) {}
};
struct final_prepare final : least {
    constexpr void prepare(model&) {}
};
struct project_that_changes : least {
    constexpr void project(auto&) {}
};
struct project_of_a_copy : least {
    static constexpr void project(auto) {}
};
struct a_flag_named_project : least {
    bool project = true;
};
struct square_roots_of_an_object : least {
    std::size_t square_roots() { return 1; }
};
struct around_the_wrong : least {
    using wrapped = prepare_that_changes;
};

// The same members as they should be.
struct as_it_should_be : least {
    static constexpr void prepare(auto&) {}
    constexpr void project(model&) const noexcept {}
    template <class>
    static constexpr char const* problem() {
        return nullptr;
    }
};
struct by_steps_if_wanted : no_at {
    template <class>
    static constexpr std::size_t at(std::size_t steps = 0) {
        return steps;
    }
};
static_assert(ctnn::detail::constants_at<double>(by_steps_if_wanted{}, 3) == 3);

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
    STATIC_REQUIRE(optimizer<as_it_should_be, model>);
    STATIC_REQUIRE(optimizer<by_steps_if_wanted, model>);
    STATIC_REQUIRE(optimizer<own::for_numbers, model>);
    STATIC_REQUIRE(optimizer<own::clipped<own::bounded<ctnn::sgd>>, model>);
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

TEST_CASE("what has an optional member of another form is no optimizer", "[concept]") {
    STATIC_REQUIRE(!optimizer<memory_of_no_type, model>);
    STATIC_REQUIRE(!optimizer<problem_that_changes, model>);
    STATIC_REQUIRE(!optimizer<problem_of_no_scalar, model>);
    STATIC_REQUIRE(!optimizer<problem_that_is_true, model>);
    STATIC_REQUIRE(!optimizer<prepare_that_changes, model>);
    STATIC_REQUIRE(!optimizer<prepare_of_another, model>);
    STATIC_REQUIRE(optimizer<prepare_of_another, other>);
    STATIC_REQUIRE(!optimizer<prepare_of_a_copy, model>);
    STATIC_REQUIRE(!optimizer<prepare_of_a_constant, model>);
    STATIC_REQUIRE(!optimizer<prepare_that_returns, model>);
    STATIC_REQUIRE(!optimizer<private_prepare, model>);
    STATIC_REQUIRE(!optimizer<final_prepare, model>);
    STATIC_REQUIRE(!optimizer<project_that_changes, model>);
    STATIC_REQUIRE(!optimizer<project_of_a_copy, model>);
    STATIC_REQUIRE(!optimizer<a_flag_named_project, model>);
    STATIC_REQUIRE(!optimizer<square_roots_of_an_object, model>);
    STATIC_REQUIRE(!optimizer<around_the_wrong, model>);
}
