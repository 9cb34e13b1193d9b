#include <ctnn/text/detail/number_text.hpp>

#include <charconv>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <limits>
#include <random>
#include <string>
#include <string_view>

#include "../../catch.hpp"

namespace {

using ctnn::detail::decimal_text, ctnn::detail::hexadecimal_text, ctnn::detail::number_text;

constexpr bool is(number_text const& found, std::string_view text) {
    return text == std::string_view(found.characters, found.size);
}

static_assert(is(decimal_text(0.1), "0.1") && is(decimal_text(0.1f), "0.1"));
static_assert(is(decimal_text(0.0), "0") && is(decimal_text(-0.0), "-0"));
static_assert(is(decimal_text(-12.5), "-12.5") && is(decimal_text(1200.0), "1200"));
static_assert(is(decimal_text(0.0001), "0.0001") && is(decimal_text(0.00001), "0.00001"));
static_assert(is(decimal_text(1e-6), "1e-6") && is(decimal_text(-1.5e-6), "-1.5e-6"));
static_assert(is(decimal_text(1e15), "1000000000000000") && is(decimal_text(1e16), "1e16"));
static_assert(is(decimal_text(1.25e100), "1.25e100"));
// Of several with as few digits, the nearest; what is read as even may lie in the middle.
static_assert(is(decimal_text(9007199254740993.0), "9007199254740992"));
static_assert(is(decimal_text(5e-324), "5e-324") && is(decimal_text(1e23), "1e23"));
static_assert(is(decimal_text(9.5367431640625e-07f), "9.536743e-7"));
static_assert(is(decimal_text((std::numeric_limits<float>::max)()), "3.4028235e38"));
static_assert(is(decimal_text(std::numeric_limits<double>::infinity()), "inf"));
static_assert(is(decimal_text(-std::numeric_limits<double>::infinity()), "-inf"));
static_assert(is(decimal_text(std::numeric_limits<float>::quiet_NaN()), "nan"));

static_assert(is(hexadecimal_text(-3.0), "-0x1.8p+1") && is(hexadecimal_text(0.0), "0x0p+0"));
static_assert(is(hexadecimal_text(5e-324), "0x0.0000000000001p-1022"));
static_assert(is(hexadecimal_text(-std::numeric_limits<double>::infinity()), "-0xinf"));

// The digits, without zeros before and after them.
std::string digits_of(std::string_view text) {
    std::string digits;
    for (char const c : text.substr(0, text.find('e')))
        if (c >= '0' && c <= '9')
            digits += c;
    digits.erase(0, digits.find_first_not_of('0'));
    return digits.substr(0, digits.find_last_not_of('0') + 1);
}

template <class T>
T read(std::string const& text) {
    return sizeof(T) == 4 ? static_cast<T>(std::strtof(text.c_str(), nullptr))
                          : static_cast<T>(std::strtod(text.c_str(), nullptr));
}

// Whether it is read as the same number, and is as short as printf's %.*e that is.
template <class T>
bool is_shortest(T value) {
    number_text const found = decimal_text(value);
    std::string const text(found.characters, found.size);
    if (read<T>(text) != value || std::signbit(read<T>(text)) != std::signbit(value))
        return false;
    char shortest[64];
    for (int digits = 0;; ++digits) {
        std::snprintf(shortest, sizeof shortest, "%.*e", digits, static_cast<double>(value));
        if (read<T>(shortest) == value)
            return digits_of(text).size() <= digits_of(shortest).size();
    }
}

template <class T>
bool is_exact(T value) {
    number_text const found = hexadecimal_text(static_cast<double>(value));
    return std::strtod(std::string(found.characters, found.size).c_str(), nullptr) ==
           static_cast<double>(value);
}

template <class T, class Bits>
T number_of(Bits bits) {
    T value;
    std::memcpy(&value, &bits, sizeof value);
    return std::isfinite(value) ? value : T(0);
}

} // namespace

TEST_CASE("decimal texts are read as the same number, and are the shortest", "[detail]") {
    std::mt19937_64 random(1);
    int wrong = 0;
    for (int i = 0; i < 20'000; ++i) {
        std::uint64_t const bits = random();
        auto const d = number_of<double>(bits);
        auto const f = number_of<float>(static_cast<std::uint32_t>(bits));
        auto const decimal = static_cast<double>(static_cast<int>(bits >> 50)) / 100;
        wrong +=
            !is_shortest(d) + !is_shortest(f) + !is_shortest(decimal) + !is_exact(d) + !is_exact(f);
    }
    for (int power = -1074; power < 1024; ++power)
        wrong += !is_shortest(std::ldexp(1.0, power)) + !is_exact(std::ldexp(1.0, power));
    for (int power = -149; power < 128; ++power)
        wrong += !is_shortest(std::ldexp(1.0f, power));
    CHECK(wrong == 0);
}
