#include <ctnn/report/arithmetic.hpp>

#include "../catch.hpp"
#include <cfenv>
#include <string>

#if defined(__SSE2__)
#include <xmmintrin.h>
#endif

// What options deviate in is tried by the programs of tests/bits; here is what a program can set.

namespace {

template <class Scalar>
ctnn::arithmetic rounding(int mode) {
    int const before = std::fegetround();
    std::fesetround(mode);
    auto const found = ctnn::arithmetic::of_this_build<Scalar>();
    std::fesetround(before);
    return found;
}

} // namespace

TEMPLATE_TEST_CASE("the tests are compiled so that arithmetic is as written", "[arithmetic]", float,
                   double) {
    auto const found = ctnn::arithmetic::of_this_build<TestType>();
    INFO(found.message());
    REQUIRE(found.is_as_written());
}

TEMPLATE_TEST_CASE("another rounding mode is a deviation, and the only one", "[arithmetic]", float,
                   double) {
    constexpr ctnn::arithmetic expected{.rounds_otherwise = true};
    REQUIRE(rounding<TestType>(FE_UPWARD) == expected);
    REQUIRE(rounding<TestType>(FE_DOWNWARD) == expected);
    REQUIRE(rounding<TestType>(FE_TOWARDZERO) == expected);
    REQUIRE(rounding<TestType>(FE_TONEAREST).is_as_written());
}

#if defined(__SSE2__)
TEMPLATE_TEST_CASE("subnormals that the processor takes for 0 are a deviation", "[arithmetic]",
                   float, double) {
    constexpr unsigned results = 0x8000, operands = 0x40;
    unsigned const before = _mm_getcsr();
    for (unsigned flush : {results, operands, results | operands}) {
        _mm_setcsr(before | flush);
        auto const found = ctnn::arithmetic::of_this_build<TestType>();
        _mm_setcsr(before);
        REQUIRE(found == ctnn::arithmetic{.flushes_subnormals = true});
    }
}
#endif

TEST_CASE("a deviation is said in a sentence", "[arithmetic]") {
    using ctnn::arithmetic;
    REQUIRE(arithmetic{}.message() == std::string("arithmetic is as written"));
    REQUIRE(arithmetic{.contracts = true}.message() ==
            std::string("a * b + c is rounded once: -ffp-contract=off is missing"));
    REQUIRE(arithmetic{.reorders = true}.message() ==
            std::string("sums are added in another order or with more digits"));
    REQUIRE(arithmetic{.takes_reciprocals = true}.message() ==
            std::string("x / y is computed as x * (1 / y) (-freciprocal-math)"));
    REQUIRE(arithmetic{.loses_signs_of_zeros = true}.message() ==
            std::string("zeros lose their signs (-fno-signed-zeros)"));
    REQUIRE(arithmetic{.flushes_subnormals = true}.message() ==
            std::string("subnormal numbers are taken for 0"));
    REQUIRE(arithmetic{.rounds_otherwise = true}.message() ==
            std::string("the rounding mode is not to nearest"));
    REQUIRE(arithmetic{.assumes_finite = true}.message() ==
            std::string("the compiler assumes that no number is infinite or a NaN "
                        "(-ffinite-math-only)"));
    STATIC_REQUIRE(arithmetic{}.is_as_written());
    STATIC_REQUIRE(!arithmetic{.contracts = true}.is_as_written());
    STATIC_REQUIRE(!arithmetic{.takes_reciprocals = true}.is_as_written());
    STATIC_REQUIRE(!arithmetic{.loses_signs_of_zeros = true}.is_as_written());
}
