#include "catch.hpp"
#include "math/oracle.hpp"
#include "support/compare.hpp"
#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <ctnn/math/fma.hpp>
#include <limits>

namespace {

using ctnn::math::fma;

template <class Scalar>
constexpr bool same(Scalar x, Scalar y) {
    return (x != x && y != y) || oracle::to_bits(x) == oracle::to_bits(y);
}

// What needs no machine to know. u is the distance of 1 from the next number.
template <class Scalar>
constexpr bool special_cases() {
    using limits = std::numeric_limits<Scalar>;
    constexpr Scalar u = limits::epsilon(), most = limits::max(), least = limits::denorm_min();
    constexpr Scalar infinity = limits::infinity(), nan = limits::quiet_NaN();
    constexpr Scalar normal = limits::min();
    return same(fma(Scalar(2), Scalar(3), Scalar(4)), Scalar(10)) &&
           // (1 + u)^2 = 1 + 2 u + u^2, of which only the last term is left
           same(fma(1 + u, 1 + u, -(1 + 2 * u)), u * u) &&
           // 1 + u / 2 is a tie, which goes to 1; what is less or more decides it
           same(fma(u / 2, Scalar(1), Scalar(1)), Scalar(1)) &&
           same(fma(u / 2, 1 + u, Scalar(1)), 1 + u) &&
           same(fma(u / 2, 1 - u, Scalar(1)), Scalar(1)) &&
           same(fma(3 * u / 2, Scalar(1), Scalar(1)), 1 + 2 * u) &&
           // a term that is far below the last digit
           same(fma(least, least, Scalar(1)), Scalar(1)) &&
           same(fma(-least, least, normal), normal) && same(fma(most, u, -least), most * u) &&
           // subnormal results, rounded once
           same(fma(least, Scalar(0.5), Scalar(0)), Scalar(0)) &&
           same(fma(least, Scalar(0.5), least), 2 * least) &&
           same(fma(least, Scalar(0.75), Scalar(0)), least) &&
           same(fma(normal, 1 - u / 2, Scalar(0)), normal) &&
           same(fma(normal, 1 - u, Scalar(0)), normal - least) &&
           same(fma(normal, Scalar(0.5), least), normal / 2 + least) &&
           // the product alone would be too large, the sum is not
           same(fma(most, Scalar(2), -most), most) && same(fma(-most, Scalar(2), most), -most) &&
           // signs of zero
           same(fma(Scalar(2), Scalar(3), Scalar(-6)), Scalar(0)) &&
           same(fma(Scalar(0), Scalar(-2), Scalar(0)), Scalar(0)) &&
           same(fma(Scalar(0), Scalar(-2), -Scalar(0)), -Scalar(0)) &&
           same(fma(-least, least, Scalar(0)), -Scalar(0)) &&
           same(fma(-least, least, -Scalar(0)), -Scalar(0)) &&
           // infinite and undefined numbers
           same(fma(nan, Scalar(2), Scalar(1)), nan) && same(fma(Scalar(2), nan, infinity), nan) &&
           same(fma(infinity, Scalar(2), nan), nan) && same(fma(Scalar(0), infinity, nan), nan) &&
           same(fma(Scalar(0), infinity, Scalar(1)), nan) &&
           same(fma(-infinity, Scalar(0), infinity), nan) &&
           same(fma(infinity, Scalar(1), -infinity), nan) &&
           same(fma(Scalar(-2), -infinity, -infinity), nan) &&
           same(fma(infinity, Scalar(2), Scalar(1)), infinity) &&
           same(fma(Scalar(2), Scalar(2), -infinity), -infinity) &&
           same(fma(infinity, Scalar(-1), -infinity), -infinity)&& noexcept(fma(u, u, u));
}

static_assert(special_cases<float>());
static_assert(special_cases<double>());

// Three numbers, random in what a fused multiply-add finds hard: short and long significands, all
// exponents or a few of them, a sum that nearly or entirely cancels, zeros, infinities, NaNs.
template <class Scalar>
class draws {
public:
    constexpr explicit draws(std::uint64_t seed) : state_(seed) {}

    constexpr std::array<Scalar, 3> three() {
        Scalar const a = one(), b = one(), product = moderate(a) && moderate(b) ? a * b : a;
        if (draw() % 3 > 0)
            return {a, b, one()};
        auto const near = oracle::to_bits(product) + static_cast<word>(draw() % 5) - 2;
        return {a, b, std::bit_cast<Scalar>(static_cast<word>(near ^ sign))};
    }

private:
    using word = oracle::bits_of<Scalar>;
    static constexpr int digits = std::numeric_limits<Scalar>::digits - 1;
    static constexpr word sign = word{1} << (sizeof(word) * 8 - 1);
    static constexpr word fraction = (word{1} << digits) - 1;
    static constexpr word exponents = (sign >> digits) - 1; // the largest, of what is not finite

    // A product of such neither overflows nor underflows, which would be an error in a constant.
    static constexpr bool moderate(Scalar x) {
        word const exponent = (oracle::to_bits(x) & ~sign) >> digits;
        return exponent > exponents / 3 && exponent < exponents / 3 * 2;
    }
    constexpr std::uint64_t draw() {
        state_ = state_ * 6364136223846793005 + 1442695040888963407;
        return (state_ ^ state_ >> 31) >> 8;
    }
    constexpr Scalar one() {
        word bits = static_cast<word>((draw() << 32) ^ draw());
        word const few = static_cast<word>(draw() % 64);
        auto const with = [&](word exponent) {
            bits = (bits & (sign | fraction)) | (exponent << digits);
        };
        switch (draw() % 8) {
        case 0:
            with(exponents / 2 + few - 32);
            break;
        case 1:
            with(few % 32); // subnormal numbers among them
            break;
        case 2:
            with(exponents - 1 - few);
            break;
        case 3:
            with(exponents / 4 + few); // a product of two is subnormal, or nearly
            break;
        case 4:
            bits &= ~(fraction >> (few % 24)); // few digits
            break;
        case 5:
            bits |= fraction >> (few % 24); // a long carry
            with(exponents / 2 + few % 4);
            break;
        default:
            break;
        }
        return std::bit_cast<Scalar>(bits);
    }

    std::uint64_t state_;
};

// A correctly rounded fused multiply-add that is not ours.
double reference(double a, double b, double c) {
    return std::fma(a, b, c);
}
float reference(float a, float b, float c) {
    return std::fma(a, b, c);
}

// How often f differs from it.
template <class Scalar, class Function>
int differences(Function f, std::uint64_t seed, int count) {
    draws<Scalar> numbers(seed);
    int found = 0;
    for (int i = 0; i < count; ++i) {
        auto const [a, b, c] = numbers.three();
        found += !same(f(a, b, c), reference(a, b, c));
    }
    return found;
}

} // namespace

TEMPLATE_TEST_CASE("fma keeps its special cases at run time", "[math]", float, double) {
    bool (*volatile run)() = special_cases<TestType>;
    CHECK(run());
}

TEMPLATE_TEST_CASE("fma is correctly rounded, as the C library's is", "[math]", float, double) {
    CHECK(differences<TestType>([](auto a, auto b, auto c) { return ctnn::math::fma(a, b, c); }, 1,
                                100'000) == 0);
}

TEMPLATE_TEST_CASE("fma in software is correctly rounded", "[math]", float, double) {
    auto const software = [](auto a, auto b, auto c) {
        return ctnn::math::detail::fma_in_software(a, b, c);
    };
    CHECK(differences<TestType>(software, 2, 1'000'000) == 0);
}

TEST_CASE("fma in integers is correctly rounded", "[math]") {
    auto const is_usable = [](double x) { return std::isfinite(x) && x != 0; };
    auto const integers = [&](double a, double b, double c) {
        if (!is_usable(a) || !is_usable(b) || !std::isfinite(c))
            return reference(a, b, c);
        return ctnn::math::detail::fma_in_integers(a, b, c);
    };
    CHECK(differences<double>(integers, 3, 1'000'000) == 0);
    // a b is 2^-54 (1 + 2^-74): what decides a tie is below all 128 digits.
    double const a = 0x1.522289f49726fp-53, b = 0x1.83a1db5a0c814p-2;
    CHECK(integers(-a, b, 1) == 1 - 0x1p-53);
    CHECK(integers(-a, b * (1 - 0x1p-52), 1) == 1);
    CHECK(integers(a * 2, b, 1) == 1 + 0x1p-52);
}

namespace {

template <class Scalar>
constexpr auto drawn = [] {
    std::array<std::array<Scalar, 3>, 500> all{};
    draws<Scalar> numbers(4);
    for (auto& three : all)
        three = numbers.three();
    return all;
}();

template <class Scalar>
constexpr auto in_constants = [] {
    std::array<Scalar, 500> results{};
    for (std::size_t i = 0; i < results.size(); ++i)
        results[i] = fma(drawn<Scalar>[i][0], drawn<Scalar>[i][1], drawn<Scalar>[i][2]);
    return results;
}();

} // namespace

TEMPLATE_TEST_CASE("fma is correctly rounded in the compiler", "[math]", float, double) {
    int found = 0;
    for (std::size_t i = 0; i < in_constants<TestType>.size(); ++i) {
        auto const [a, b, c] = compare::opaque(drawn<TestType>[i]);
        found += !same(in_constants<TestType>[i], reference(a, b, c));
    }
    CHECK(found == 0);
}
