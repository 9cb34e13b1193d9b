#include <ctnn/tensor/input.hpp>

#include <type_traits>

#include "../catch.hpp"

TEST_CASE("an input is nothing but its size", "[network]") {
    STATIC_REQUIRE(ctnn::input<3>::size == 3);
    STATIC_REQUIRE(std::is_empty_v<ctnn::input<3>>);
}
