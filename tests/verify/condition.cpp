#include <ctnn/verify/condition.hpp>

#include <array>
#include <cstddef>
#include <ctnn/layer/dense.hpp>
#include <ctnn/network/network.hpp>
#include <ctnn/number/next_above.hpp>
#include <ctnn/number/next_below.hpp>
#include <ctnn/verify/class_is.hpp>
#include <ctnn/verify/class_is_not.hpp>
#include <ctnn/verify/output_within.hpp>
#include <ctnn/verify/prove.hpp>
#include <limits>

#include "../catch.hpp"
#include "detail/product_sum_oracle.hpp"

namespace {

namespace verify = ctnn::verify;
using verify::linear_constraint;

template <class T>
using line = ctnn::network<T, ctnn::input<1>, ctnn::dense<1>>;
constexpr line<float> same{{{{1}}, {0}}};

// A box of one input is decided, on the edge of a range too.
constexpr float edge = 0.125f;
constexpr auto at = [](float low, float high) {
    return verify::output_within(same, {{edge}, {edge}}, {{low}, {high}});
};
static_assert(at(-1, edge).violated());
static_assert(at(edge, 1).violated());
static_assert(at(edge, edge).violated());
static_assert(at(ctnn::number::next_below(edge), ctnn::number::next_above(edge)).proven());
static_assert(at(-1, 1).proven());
static_assert(at(0.25f, 1).violated());

// 1 above 0.5, 0 below; and of two outputs, none is larger.
static_assert(verify::class_is(same, {{0.5f}, {0.5f}}, 0).violated());
static_assert(verify::class_is(same, {{0.5f}, {0.5f}}, 1).violated());
static_assert(verify::class_is_not(same, {{0.5f}, {0.5f}}, 1).violated());

constexpr double tenth = 0.1;
// 0.1 + 0.2 - 0.3 is 0x1p-55 in doubles, and 0x1p-54 as they are rounded.
constexpr linear_constraint<3> thirds{{1, 1, -1}, 0};
static_assert(thirds.certain(std::array{tenth, 0.2, 0.3}) == 0x1p-55);
static_assert(!thirds.is_violated_by(std::array{tenth, 0.2, 0.3}));
static_assert(thirds.is_violated_by(std::array{0.25, 0.5, 0.75}));
// Where nothing is rounded, nothing is charged.
static_assert(linear_constraint<3>{{1, -1, 1}, 5}.certain(std::array{3.0, 1.0, 0.5}) == 7.5);
static_assert(linear_constraint<3>{{1, -1, 1}, 5}.certain(std::array{3.0, 9.0, 0.5}) == -0.5);
// What is rounded away counts: 1 - 1e-20 is not by 1 above 0.
constexpr linear_constraint<1> above_little{{1}, -1e-20};
static_assert(above_little.certain(std::array{1.0}) < 1);
static_assert(above_little.certain(std::array{1.0}) > 1 - 1e-15);
// 3 (1 / 3) is below 1.
constexpr linear_constraint<1> product{{3}, -1};
static_assert(product.is_violated_by(std::array{1.0 / 3}) &&
              product.certain(std::array{1.0 / 3}) < 0);

// Where a part of a sum overflows, its sign is still that of the fractions.
bool has_sign_of_constant(std::array<double, 4> const& c, double constant) {
    std::array<double, 4> y{};
    y.fill(0x1.8p1023);
    linear_constraint<4> const all{c, constant};
    double const certain = all.certain(y);
    return all.is_violated_by(y) == (constant <= 0) && (certain > 0) == (constant > 0) &&
           (constant > 0 ? certain <= constant : certain >= constant);
}

} // namespace

TEST_CASE("sums of outputs have the sign that they have as fractions", "[verify]") {
    int above = 0, below = 0, zero = 0;
    for (auto const& one : product_sum_oracle::sums) {
        linear_constraint<7> constraint{};
        std::array<double, 7> y{};
        for (std::size_t j = 0; j < 7; ++j)
            constraint.coefficients[j] = one.terms[j][0], y[j] = one.terms[j][1];
        CHECK(constraint.is_violated_by(y) == (one.sign <= 0));
        double const certain = constraint.certain(y);
        CHECK((one.sign > 0 ? certain >= 0 && certain <= one.toward_0
                            : certain <= 0 && certain >= one.toward_0));
        above += one.sign > 0, below += one.sign < 0, zero += one.sign == 0;
    }
    CHECK((above > 40 && below > 40 && zero > 20));
}

TEST_CASE("infinite outputs decide, and those that are no numbers do not", "[verify]") {
    constexpr double infinity = std::numeric_limits<double>::infinity(),
                     no_number = std::numeric_limits<double>::quiet_NaN();
    linear_constraint<3> const order{{1, -2, 0}, -5};
    struct {
        std::array<double, 3> y;
        bool holds, violated;
    } const cases[] = {
        {{infinity, 1, 0}, true, false},         {{-infinity, 1, 0}, false, true},
        {{1, infinity, 0}, false, true},         {{1, -infinity, 0}, true, false},
        {{infinity, infinity, 0}, false, false}, {{infinity, -infinity, 0}, true, false},
        {{no_number, 1, 0}, false, false},       {{infinity, no_number, 0}, false, false},
        {{7.5, 1, no_number}, true, false},      {{7, 1, infinity}, false, true},
    };
    for (auto const& one : cases) {
        CHECK((order.certain(one.y) > 0) == one.holds);
        CHECK(order.is_violated_by(one.y) == one.violated);
    }
}

TEST_CASE("sums of outputs whose parts overflow have the sign that they have as fractions",
          "[verify]") {
    for (double const constant : {1.0, -1.0, 0.0})
        for (double const sign : {1.0, -1.0}) {
            CHECK(has_sign_of_constant({sign, sign, -sign, -sign}, constant));
            CHECK(has_sign_of_constant({sign, -sign, sign, -sign}, constant));
            CHECK(has_sign_of_constant({3 * sign, -3 * sign, -3 * sign, 3 * sign}, constant));
        }
}
