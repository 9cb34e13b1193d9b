#include <ctnn/host/detail/hex_numbers.hpp>

#include <bit>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <limits>
#include <string>

#include "../catch.hpp"

using ctnn::host::detail::hex, ctnn::host::detail::read_hex;

namespace {

bool is_same(double x, double y) {
    return std::bit_cast<std::uint64_t>(x) == std::bit_cast<std::uint64_t>(y);
}

} // namespace

TEST_CASE("a double is read as it was written", "[host]") {
    using limits = std::numeric_limits<double>;
    std::uint64_t state = 1;
    std::size_t wrong = 0;
    auto const check = [&](double x) {
        double y = 42;
        std::string const text = hex(x);
        wrong += !read_hex(text, y) || !is_same(x, y);
        // what the C library reads in it
        wrong += std::abs(x) <= limits::max() && !is_same(std::strtod(text.c_str(), nullptr), x);
    };
    for (int k = 0; k < 20000; ++k) {
        state = state * 6364136223846793005u + 1442695040888963407u;
        double const x = std::bit_cast<double>(state);
        if (x == x)
            check(x);
        check(std::bit_cast<double>(state & 0x800fffffffffffff)); // subnormal
    }
    for (double const x : {0.0, -0.0, 1.0, -3.0, limits::max(), limits::min(), limits::denorm_min(),
                           -limits::denorm_min(), limits::infinity(), -limits::infinity()})
        check(x);
    CHECK(wrong == 0);
    double y = 0;
    CHECK((read_hex(hex(limits::quiet_NaN()), y) && y != y));
}

TEST_CASE("a double is also read in other spellings", "[host]") {
    double y = 0;
    CHECK((read_hex("0x10", y) && y == 16));
    CHECK((read_hex("0x.8", y) && y == 0.5));
    CHECK((read_hex("-0xAp0", y) && y == -10));
    CHECK((read_hex("0x00000000000000000001.80p1", y) && y == 3));
    CHECK((read_hex("0x1p-1074", y) && y == std::numeric_limits<double>::denorm_min()));
}

TEST_CASE("what is no double is not read", "[host]") {
    double y = 0;
    for (char const* text : {"",
                             "-",
                             "1",
                             "0x",
                             "0x.",
                             "0xp3",
                             "0x1p",
                             "0x1p+",
                             "0x1p+-3",
                             "0x1p3x",
                             "0x1 ",
                             " 0x1",
                             "0x-1",
                             "--0x1",
                             "0x1..8",
                             "0x1g",
                             "0xinfx",
                             "0x1p1024",
                             "0x1p-1075",
                             "0x1.8p-1074",
                             "0x1p99999999999",
                             "0x1p-99999999999",
                             "0x1p2147483647",
                             "0x1p-2147483648",
                             "0x1.00000000000001p0",
                             "0x123456789abcdef01"}) {
        CAPTURE(text);
        CHECK_FALSE(read_hex(text, y));
    }
}
