#include <ctnn/report/budget.hpp>

#include "../catch.hpp"

TEST_CASE("a budget limits nothing by itself", "[report]") {
    constexpr ctnn::budget nothing{};
    constexpr auto most = static_cast<std::size_t>(-1);
    STATIC_REQUIRE(nothing == ctnn::budget{most, most, most, most});
    STATIC_REQUIRE(nothing != ctnn::budget{.ram = 512});
}
