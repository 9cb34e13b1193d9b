#include <ctnn/report/within_budget.hpp>

#include <ctnn/ctnn.hpp>

#include "../catch.hpp"

// What it says where it does not hold is tested in tests/compile_fail/budget_of_*.cpp.

namespace {

using namespace ctnn;
using model = network<float, input<4>, dense<16, relu>, dense<16, relu>, dense<3, softmax>>;

} // namespace

TEST_CASE("a budget is kept or not", "[report]") {
    STATIC_REQUIRE(within_budget<model, budget{}>);
    STATIC_REQUIRE(within_budget<model, budget{.flash = 1612, .ram = 140, .training_ram = 2160}>);
    STATIC_REQUIRE(within_budget<model, budget{.multiply_adds = 368}>);
    STATIC_REQUIRE_FALSE(within_budget<model, budget{.flash = 1611}>);
    STATIC_REQUIRE_FALSE(within_budget<model, budget{.ram = 139}>);
    STATIC_REQUIRE_FALSE(within_budget<model, budget{.training_ram = 2159}>);
    STATIC_REQUIRE_FALSE(within_budget<model, budget{.multiply_adds = 367}>);
    STATIC_REQUIRE_FALSE(within_budget<int, budget{}>);
}

TEST_CASE("a quantized network has a budget, too", "[report]") {
    using small = quantized<model>;
    STATIC_REQUIRE(within_budget<small, budget{.flash = sizeof(small), .ram = 75}>);
    STATIC_REQUIRE(within_budget<small, budget{.training_ram = 0, .multiply_adds = 368}>);
    STATIC_REQUIRE_FALSE(within_budget<small, budget{.flash = sizeof(small) - 1}>);
    STATIC_REQUIRE_FALSE(within_budget<small, budget{.ram = 74}>);
    STATIC_REQUIRE_FALSE(within_budget<small, budget{.multiply_adds = 367}>);
}
