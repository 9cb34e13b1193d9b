#include <ctnn/concept/no_state.hpp>

#include <type_traits>

#include "../catch.hpp"

TEST_CASE("no state is empty and always the same", "[optimizer]") {
    STATIC_REQUIRE(std::is_empty_v<ctnn::no_state>);
    STATIC_REQUIRE(ctnn::no_state{} == ctnn::no_state{});
}
