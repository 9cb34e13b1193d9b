#include <ctnn/host/detail/enclosure.hpp>

#include <ctnn/number/next_above.hpp>
#include <ctnn/number/next_below.hpp>
#include <limits>
#include <string>

#include "../catch.hpp"
#include "enclosure_oracle.hpp"

using ctnn::host::detail::enclosure;
using ctnn::host::detail::read_decimal;

TEST_CASE("decimals lie between their doubles", "[host]") {
    int exact = 0;
    for (auto const& one : enclosure_oracle::decimals) {
        enclosure x;
        REQUIRE(read_decimal(one.text, x));
        CHECK(x.low <= one.low);
        CHECK(x.high >= one.high);
        // (one that is not known to be exact is taken to the neighbours of the nearest)
        CHECK(x.low >= ctnn::number::next_below(one.low));
        CHECK(x.high <= ctnn::number::next_above(one.high));
        exact += x.is_exact();
        if (x.is_exact())
            CHECK(one.low == one.high);
    }
    CHECK(exact > 10);
    enclosure x;
    REQUIRE(read_decimal("0.5", x));
    CHECK(x.is_exact());
    REQUIRE(read_decimal("-123456.75", x));
    CHECK((x.is_exact() && x.low == -123456.75));
}

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

TEST_CASE("what is no decimal number is none", "[host]") {
    enclosure x;
    for (char const* text : {"", "-", "+", "--1", "1e", "1e+", "e5", ".", "1.2.3", "inf", "nan",
                             "0x1p3", "1 ", " 1", "1e400", "-1e309", "Y_0", "1,5"})
        CHECK_FALSE(read_decimal(text, x));
    REQUIRE(read_decimal("1e-400", x));
    CHECK((x.low < 0 && x.high > 0));
}
