#include <ctnn/data/detail/parse_number.hpp>
#include <ctnn/text/detail/decimal.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <limits>
#include <random>
#include <string>
#include <type_traits>

#include "../../catch.hpp"

// The oracle is the C library: glibc's strtod and strtof round every number rightly.

namespace {

using kinds = ctnn::csv_problem::kinds;

template <class T>
constexpr T parsed(ctnn::text_view const& text, char mark = '.') {
    T value = 0;
    std::size_t work = 0;
    return ctnn::detail::parse_number(text, true, mark, value, work) == kinds::none ? value
                                                                                    : T(-12345);
}

template <class T>
constexpr kinds kind(ctnn::text_view const& text) {
    T value = 0;
    std::size_t work = 0;
    return ctnn::detail::parse_number(text, false, '.', value, work);
}

template <class T>
constexpr bool same(T left, T right) {
    using word = std::conditional_t<sizeof(T) == 8, std::uint64_t, std::uint32_t>;
    return std::bit_cast<word>(left) == std::bit_cast<word>(right);
}

static_assert(parsed<double>("5.1") == 5.1 && parsed<float>("5.1") == 5.1F);
static_assert(parsed<double>(" \t-12.50 ") == -12.5 && parsed<double>("+3") == 3);
static_assert(parsed<double>("1e22") == 1e22 && parsed<double>("1e23") == 1e23);
static_assert(parsed<double>(".5") == 0.5 && parsed<double>("5.") == 5);
static_assert(same(parsed<double>("-0"), -0.0) && same(parsed<double>("0e999999999999"), 0.0));
static_assert(parsed<double>("0.1234567890123456789") == 0.1234567890123456789);
static_assert(parsed<double>("123456789012345678901234567890") == 123456789012345678901234567890.0);
static_assert(parsed<double>("1.7976931348623157e308") == std::numeric_limits<double>::max());
static_assert(parsed<double>("4.9406564584124654e-324") ==
              std::numeric_limits<double>::denorm_min());
static_assert(parsed<double>("2.4703282292062327e-324") == 0);
static_assert(parsed<double>("2.4703282292062328e-324") ==
              std::numeric_limits<double>::denorm_min());
static_assert(parsed<float>("3.4028235e38") == std::numeric_limits<float>::max());
static_assert(parsed<float>("1.4e-45") == std::numeric_limits<float>::denorm_min());

// The middle of 1 and the next float, and numbers that round to it as doubles but not as floats.
static_assert(parsed<float>("1.000000059604644775390625") == 1);
static_assert(parsed<float>("1.000000059604644775390626") == 1.00000012F);
static_assert(parsed<float>("1.00000005960464477539062501") == 1.00000012F);
static_assert(parsed<float>("1.0000000596046447753906249") == 1);

static_assert(kind<double>("") == kinds::field_is_empty);
static_assert(kind<double>("  ") == kinds::field_is_empty);
static_assert(kind<double>("1e308") == kinds::none && kind<float>("1e38") == kinds::none);
static_assert(kind<double>("1e309") == kinds::number_is_too_large);
static_assert(kind<float>("3.5e38") == kinds::number_is_too_large);
static_assert(kind<double>("inf") == kinds::number_is_not_finite);
static_assert(kind<double>("-Infinity") == kinds::number_is_not_finite);
static_assert(kind<double>("NaN") == kinds::number_is_not_finite);
static_assert(parsed<double>("-inf") == -std::numeric_limits<double>::infinity());
static_assert(parsed<double>("nan") != parsed<double>("nan"));
static_assert(kind<double>("-") == kinds::field_is_not_a_number);
static_assert(kind<double>(".") == kinds::field_is_not_a_number);
static_assert(kind<double>("e5") == kinds::field_is_not_a_number);
static_assert(kind<double>("1e") == kinds::field_is_not_a_number);
static_assert(kind<double>("1e+") == kinds::field_is_not_a_number);
static_assert(kind<double>("1.2.3") == kinds::field_is_not_a_number);
static_assert(kind<double>("1 2") == kinds::field_is_not_a_number);
static_assert(kind<double>("--1") == kinds::field_is_not_a_number);
static_assert(kind<double>("0x10") == kinds::field_is_not_a_number);
static_assert(kind<double>("infinit") == kinds::field_is_not_a_number);
static_assert(kind<double>("1,5") == kinds::field_is_not_a_number);

template <class T>
T oracle(std::string const& text) {
    if constexpr (sizeof(T) == 8)
        return std::strtod(text.c_str(), nullptr);
    else
        return std::strtof(text.c_str(), nullptr);
}

int quickly_read = 0;

// By the way of any field, by the quick way where it can be gone, and by the way of machines that
// have no integers of 128 bits.
template <class T>
bool agrees(std::string const& text) {
    T const expected = oracle<T>(text);
    if (!same(parsed<T>({text.data(), text.size()}), expected))
        return false;
    std::string const line = text + ",\n";
    char const* place = line.data();
    T quick = 0;
    std::size_t work = 0;
    if (ctnn::detail::read_plain_numbers(place, ',', '.', &quick, 1, work) == 1) {
        ++quickly_read;
        if (!same(quick, expected) || place != line.data() + text.size() + 1)
            return false;
    }
    // The same with a comma.
    std::string with_comma = text + ";\n";
    for (char& c : with_comma)
        c = c == '.' ? ',' : c;
    if (!same(parsed<T>({with_comma.data(), text.size()}, ','), expected))
        return false;
    bool const was_quick = place != line.data();
    place = with_comma.data();
    if ((ctnn::detail::read_plain_numbers(place, ';', ',', &quick, 1, work) == 1) != was_quick ||
        (was_quick && !same(quick, expected)))
        return false;
    ctnn::detail::decimal number;
    char const* const digits = text.data() + (text[0] == '-' ? 1 : 0);
    if (!ctnn::detail::scan_decimal(digits, text.data() + text.size(), number))
        return false;
    T const size = expected < 0 ? -expected : expected;
    if (size == 0 || size > std::numeric_limits<T>::max())
        return true;
    return same(ctnn::detail::round_to<T>(ctnn::detail::to_binary(number)), size);
}

class checker {
public:
    void operator()(std::string const& text) {
        ++count_;
        if (agrees<double>(text) && agrees<float>(text))
            return;
        ++wrong_;
        UNSCOPED_INFO(text);
    }

    int wrong() const { return wrong_; }
    int count() const { return count_; }

private:
    int count_ = 0;
    int wrong_ = 0;
};

template <class... T>
std::string print(char const* form, T... values) {
    char buffer[1500];
    std::snprintf(buffer, sizeof buffer, form, values...);
    return buffer;
}

// The number itself, and with its last digit changed, the next ones above and below.
void check_around(checker& check, std::string const& text) {
    check(text);
    auto const exponent = text.find('e');
    if (text.find('.') == std::string::npos)
        return;
    std::string const tail = exponent == std::string::npos ? "" : text.substr(exponent);
    std::string digits = text.substr(0, exponent);
    check(digits + "1" + tail);
    check(digits + std::string(40, '0') + "1" + tail);
    check(digits + std::string(800, '0') + "1" + tail);
    check(digits + std::string(800, '0') + tail);
    if (digits.back() == '0')
        return;
    --digits.back();
    check(digits + "9" + tail);
    check(digits + std::string(30, '9') + tail);
    check(digits + std::string(800, '9') + tail);
}

} // namespace

TEST_CASE("decimal: random numbers of up to 20 digits are rounded as strtod and strtof round") {
    std::mt19937_64 bits(1);
    checker check;
    while (check.count() < 300'000) {
        auto const wide = std::bit_cast<double>(bits());
        auto const narrow = std::bit_cast<float>(static_cast<std::uint32_t>(bits()));
        if (!(wide - wide == 0) || !(narrow - narrow == 0))
            continue;
        check(print("%.17g", wide));
        check(print("%.*g", static_cast<int>(bits() % 20) + 1, wide));
        check(print("%.*g", static_cast<int>(bits() % 12) + 1, static_cast<double>(narrow)));
        check(print("%.*f", static_cast<int>(bits() % 20), static_cast<double>(bits()) * 0x1p-63));
        check(print("%.18e", static_cast<double>(narrow)));
    }
    CHECK(check.wrong() == 0);
    CHECK(quickly_read > 300'000); // of twice as many
}

TEST_CASE("decimal: middles of two numbers, and what is next to them, are rounded rightly") {
    std::mt19937_64 bits(2);
    checker check;
    for (int i = 0; i < 1600; ++i) {
        std::uint64_t word = bits() & 0x7fffffffffffffff;
        if (i % 4 == 0)
            word = (word & 0x000fffffffffffff) | (bits() % 8) << 52; // subnormal, or nearly
        auto const below = std::bit_cast<double>(word);
        auto const above = std::bit_cast<double>(word + 1);
        if (above - above == 0 && std::numeric_limits<long double>::digits >= 64) {
            long double const middle =
                (static_cast<long double>(below) + static_cast<long double>(above)) / 2;
            check_around(check, print("%.1100Lg", middle));
        }
        auto small = static_cast<std::uint32_t>(bits() & 0x7fffffff);
        if (i % 4 == 0)
            small &= 0x00ffffff;
        auto const low = std::bit_cast<float>(small);
        auto const high = std::bit_cast<float>(small + 1);
        if (high - high == 0)
            check_around(
                check, print("%.300g", (static_cast<double>(low) + static_cast<double>(high)) / 2));
    }
    CHECK(check.count() > 12'000);
    CHECK(check.wrong() == 0);
}

TEST_CASE("decimal: integers of up to four digits are rounded as strtod and strtof round") {
    checker check;
    for (int i = 0; i < 10'000; ++i) {
        check(print("%d", i));
        check(print("%04d", i));
        check(print("-%03d", i));
        check(print("%d.", i));
    }
    CHECK(check.count() == 40'000);
    CHECK(check.wrong() == 0);
}

TEST_CASE("decimal: every power of ten, and the edges of the range") {
    std::mt19937_64 bits(3);
    checker check;
    for (int exponent = -400; exponent <= 400; ++exponent)
        for (int i = 0; i < 60; ++i) {
            auto const digits =
                i < 20 ? static_cast<std::uint64_t>(i) + 1 : bits() >> (bits() % 64);
            check(print("%llue%d", static_cast<unsigned long long>(digits), exponent));
        }
    for (char const* const text :
         {"0", "-0.0", "1e999999999999999999999", "1e-99999999999999999999", "5e-324", "7e-46",
          "2.4703282292062328e-324", "1.7976931348623158e308", "1.7976931348623159e308",
          "3.4028235677973366e38", "3.4028235677973367e38", "18446744073709551615",
          "18446744073709551616", "9007199254740993", "16777217", "16777219.0"})
        check(text);
    check("." + std::string(5000, '0') + "1e5000");
    check("1" + std::string(5000, '0') + "e-5000");
    check(std::string(700, '0') + "1." + std::string(700, '3'));
    CHECK(check.wrong() == 0);
}
