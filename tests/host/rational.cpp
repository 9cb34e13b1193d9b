#include <ctnn/host/detail/rational.hpp>

#include <cstdint>
#include <ctnn/host/detail/read_number.hpp>
#include <ctnn/number/next_above.hpp>
#include <limits>
#include <random>
#include <string>

#include "../catch.hpp"
#include "enclosure_oracle.hpp"

using namespace ctnn::host::detail;

namespace {

rational number(std::string const& text) {
    rational value;
    REQUIRE(read_number(text, value) == number_kind::number);
    return value;
}
constexpr double most = std::numeric_limits<double>::max(),
                 least = std::numeric_limits<double>::denorm_min(),
                 infinity = std::numeric_limits<double>::infinity();

} // namespace

TEST_CASE("decimals lie between their doubles and no others", "[host]") {
    int exact = 0;
    for (auto const& one : enclosure_oracle::decimals) {
        CHECK((number(one.text).enclosed() == enclosure{one.low, one.high}));
        exact += one.low == one.high;
    }
    CHECK(exact > 10);
    CHECK((number("1e-400").enclosed() == enclosure{0, least}));
    CHECK((number("-1e-1500").enclosed() == enclosure{-least, 0}));
    CHECK((number("4.9e-324").enclosed() == enclosure{0, least}));
    CHECK((number("5e-324").enclosed() == enclosure{least, 2 * least}));
    CHECK((number("1.7976931348623157e308").enclosed() ==
           enclosure{ctnn::number::next_below(most), most}));
    CHECK((number("0e99999").enclosed() == enclosure{}));
    // More digits than 19 and a little more than a half.
    CHECK((number("0.50000000000000000000000000000000000000001").enclosed() ==
           enclosure{0.5, ctnn::number::next_above(0.5)}));
    CHECK((number("0.500000000000000000000000000000000000").enclosed() == enclosure{0.5, 0.5}));
    CHECK((rational(1) / number("3")).enclosed().high == 0x1.5555555555556p-2);
    CHECK((number("1e308") * number("10")).enclosed() == enclosure{most, infinity});
}

TEST_CASE("calculating with decimals is exact", "[host]") {
    CHECK((number("0.1") + number("0.2") + -number("0.3")).is_zero());
    CHECK((number("1e-300") + number("1e300") + -number("1e300")).enclosed().low > 0);
    CHECK((number("0.3") / number("0.1") + -number("3")).is_zero());
    CHECK((rational(1) / number("3") + rational(1) / number("-3")).is_zero());
    CHECK(number("0.1") < number("0.10000000000000000000000001"));
    CHECK_FALSE(number("0.1") < number("0.100"));
    CHECK(number("-1") < number("0"));
    // Against integers of 64 bits.
    std::mt19937 draw(1);
    auto const some = [&] { return static_cast<std::int64_t>(draw() % 2001) - 1000; };
    for (int k = 0; k < 2000; ++k) {
        std::int64_t const a = some(), b = some() * 2 + 1, c = some(), d = some() * 2 + 1;
        auto const fraction = [](std::int64_t over, std::int64_t under) {
            return number(std::to_string(over)) / number(std::to_string(under));
        };
        rational const x = fraction(a, b), y = fraction(c, d);
        CHECK((x + y + -fraction(a * d + c * b, b * d)).is_zero());
        CHECK((x * y + -fraction(a * c, b * d)).is_zero());
        CHECK((x < y) == (b * d > 0 ? a * d < c * b : a * d > c * b));
        if (c != 0)
            CHECK((x / y + -fraction(a * d, b * c)).is_zero());
        CHECK((x + y).sign() == fraction(a * d + c * b, b * d).sign());
    }
}

TEST_CASE("what is no number, or none that is read, says why", "[host]") {
    rational x;
    for (char const* text : {"", "-", "+", "--1", "1e", "1e+", "e5", ".", "1.2.3", "inf", "nan",
                             "0x1p3", "1 ", " 1", "Y_0", "1,5", "1_0"})
        CHECK(read_number(text, x) == number_kind::no_number);
    for (char const* text : {"1e400", "-1e309", "1.8e308", "1e99999999999999999999"})
        CHECK(read_number(text, x) == number_kind::too_large);
    CHECK(read_number("1e-2000", x) == number_kind::too_small);
    CHECK(read_number("0." + std::string(6000, '7'), x) == number_kind::too_long);
    CHECK(read_number("0." + std::string(4000, '7'), x) == number_kind::number);
    // (appended: of a sum, g++ 12 says at -O1 that it leaves its bounds)
    CHECK(read_number(std::string(6000, '0').append("1"), x) == number_kind::number);
    CHECK(number_problem("1e400", number_kind::too_large) ==
          "the number '1e400' is too large for a double");
    CHECK(number_problem("a\tb\x01", number_kind::no_number) == "'a\\x09b\\x01' is not a number");
    CHECK(shown(std::string(50, 'x')) == "'" + std::string(40, 'x') + "...'");
}
