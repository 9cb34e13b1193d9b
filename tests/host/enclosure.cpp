#include <ctnn/host/detail/enclosure.hpp>

#include <limits>

#include "../catch.hpp"
#include "enclosure_oracle.hpp"

using ctnn::host::detail::enclosure;

TEST_CASE("sums, products and quotients are rounded outwards and no further", "[host]") {
    for (auto const& row : enclosure_oracle::operations) {
        enclosure const a{row[0], row[0]}, b{row[1], row[1]};
        CHECK((a + b == enclosure{row[2], row[3]}));
        CHECK((a * b == enclosure{row[4], row[5]}));
        CHECK((a / b == enclosure{row[6], row[7]}));
    }
    enclosure const wide{-1, 2}, other{3, 4};
    CHECK((wide * other == enclosure{-4, 8}));
    CHECK((wide / other).low <= -1.0 / 3);
    CHECK((wide + other == enclosure{2, 6}));
}

TEST_CASE("an enclosure is finite if both of its ends are", "[host]") {
    constexpr double infinity = std::numeric_limits<double>::infinity();
    CHECK(enclosure{-1, 1}.is_finite());
    CHECK_FALSE(enclosure{-infinity, 1}.is_finite());
    CHECK_FALSE(enclosure{1, infinity}.is_finite());
}
