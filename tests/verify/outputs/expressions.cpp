#include <ctnn/verify/outputs.hpp>

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <ctnn/activation/relu.hpp>
#include <ctnn/host/output_condition.hpp>
#include <ctnn/layer/dense.hpp>
#include <ctnn/network/network.hpp>
#include <ctnn/number/fixed_point.hpp>
#include <ctnn/verify/proof.hpp>
#include <ctnn/verify/prove.hpp>
#include <limits>

#include "../../catch.hpp"
#include "../../soundness/nets.hpp"

namespace {

namespace verify = ctnn::verify;
using namespace ctnn::verify::outputs;

template <std::size_t Outputs, class Wanted>
constexpr auto rows_of(Wanted const& wanted) {
    return detail::condition_on<Outputs>(wanted);
}
template <class Wanted>
constexpr auto only(Wanted const& wanted) {
    return rows_of<3>(wanted).rows[0][0];
}
template <std::size_t Outputs>
constexpr bool same(verify::linear_constraint<Outputs> const& a,
                    verify::linear_constraint<Outputs> const& b) {
    return a.coefficients == b.coefficients && a.constant == b.constant &&
           a.zero_suffices == b.zero_suffices;
}

// As one writes it, and what is to be above 0 or at least 0.
static_assert(same(only(output<0> < 5.0), {{-1, 0, 0}, 5, false}));
static_assert(same(only(output<0> <= 5), {{-1, 0, 0}, 5, true}));
static_assert(same(only(output<1> > 0.5f), {{0, 1, 0}, -0.5, false}));
static_assert(same(only(output<1> >= -1), {{0, 1, 0}, 1, true}));
static_assert(same(only(5 < output<0>), {{1, 0, 0}, -5, false}));
static_assert(same(only(5 <= output<0>), {{1, 0, 0}, -5, true}));
static_assert(same(only(5 > output<0>), {{-1, 0, 0}, 5, false}));
static_assert(same(only(5 >= output<0>), {{-1, 0, 0}, 5, true}));
static_assert(same(only(output<1> >= output<2>), {{0, 1, -1}, 0, true}));
static_assert(same(only(2 * output<0> - output<1> + 1 < output<2> * 4), {{-2, 1, 4}, -1, false}));
static_assert(same(only(-output<0> > +output<1>), {{-1, -1, 0}, 0, false}));
static_assert(same(only(3 - output<0> > 0), {{-1, 0, 0}, 3, false}));
static_assert(same(only(output<0> - output<0> + output<1> > 0), {{0, 1, 0}, 0, false}));
// Denominators are multiplied with the other side, for 1 / 3 is no double.
static_assert(same(only(output<0> / 3 < 1), {{-1, 0, 0}, 3, false}));
static_assert(same(only(output<0> / -3 < 1), {{1, 0, 0}, 3, false}));
static_assert(same(only((output<0> + output<1>) / 2 >= output<2>), {{1, 1, -2}, 0, true}));
static_assert(same(only(output<0> / 3 + output<1> / 3 > 1), {{1, 1, 0}, -3, false}));
static_assert(same(only(output<0> / 3 > output<1> / 7), {{7, -3, 0}, 0, false}));
static_assert(same(only((output<0> / 3) / 7 > 1 + output<1> / 2), {{2, -21, 0}, -42, false}));
// Contraries are exact.
static_assert(same(only(!(output<0> < 5)), {{1, 0, 0}, -5, true}));
static_assert(same(only(!(output<0> >= 5)), {{-1, 0, 0}, 5, false}));
static_assert(same(only(!!(output<0> < 5)), {{-1, 0, 0}, 5, false}));
// Numbers of other types.
using fixed = ctnn::fixed_point<3, 4>;
static_assert(same(only(output<0> < fixed(1.5)), {{-1, 0, 0}, 1.5, false}));
static_assert(same(only(output<0> < std::uint64_t{1} << 63), {{-1, 0, 0}, 0x1p63, false}));
static_assert(same(only(output<0> < std::numeric_limits<std::int64_t>::min()),
                   {{-1, 0, 0}, -0x1p63, false}));

// Rows of alternatives.
constexpr auto nested =
    output<0> < 5.0 && (output<1> >= output<2> || (output<2> <= 0.5 && !(output < 0 >> 1)));
constexpr auto of_nested = rows_of<3>(nested);
static_assert(of_nested.rows.size() == 3 && of_nested.rows[0].size() == 2);
static_assert(same(of_nested.rows[0][0], {{-1, 0, 0}, 5, false}));
static_assert(same(of_nested.rows[0][1], {{-1, 0, 0}, 5, false})); // once more, to fill the row
static_assert(same(of_nested.rows[1][0], {{0, 1, -1}, 0, true}));
static_assert(same(of_nested.rows[1][1], {{0, 0, -1}, 0.5, true}));
static_assert(same(of_nested.rows[2][0], {{0, 1, -1}, 0, true}));
static_assert(same(of_nested.rows[2][1], {{-1, 0, 0}, 1, true}));

// Sums and products that are doubles, whatever their size.
static_assert(verify::detail::exact_sum(0.5, 0.25) == 0.75);
static_assert(verify::detail::exact_sum(0x1p53, -1) == 0x1p53 - 1);
static_assert(verify::detail::exact_product(0x1p-1074, 0x1p1023) == 0x1p-51);
static_assert(verify::detail::exact_product(0x1.8p-1000, 0x1p-73) == 0x1.8p-1073);
static_assert(verify::detail::exact_product(-3, 0x1p1022) == -3 * 0x1p1022);
static_assert(verify::detail::exact_product(94906263, 94906265) == 94906263.0 * 94906265.0);
static_assert(verify::detail::exact_product(0, -5) == 0 &&
              verify::detail::exact_product(-5, 0) == 0);

using model = ctnn::network<float, ctnn::input<2>, ctnn::dense<3, ctnn::relu>>;
constexpr model net{{{{1, 0, 1}, {0, 1, -1}}, {0, 0, 0}}};
constexpr ctnn::box<float, 2> unit{{0, 0}, {1, 1}};
static_assert(verify::prove(net, unit, output<0> < 1.5 && output<1> >= 0).proven());
static_assert(verify::prove(net, unit, output<0> < 1).violated());
static_assert(verify::prove(net, unit, output<0> <= 1).proven());
static_assert(verify::prove(net, unit, 0 <= output<0> && output<0> <= 1).proven());
static_assert(verify::prove(net, unit, !(output<0> > 1) && output<0> < 2).proven());
static_assert(verify::prove(net, unit, nested).violated());

// Of networks in fixed point, too.
using fixed_model = ctnn::network<fixed, ctnn::input<1>, ctnn::dense<2, ctnn::relu>>;
constexpr fixed_model fixed_net{{{{fixed(1), fixed(-1)}}, {fixed(0), fixed(0)}}};
constexpr ctnn::box<fixed, 1> fixed_unit{{fixed(-1)}, {fixed(1)}};
static_assert(
    verify::prove(fixed_net, fixed_unit, output<0> >= 0 && output<1> <= fixed(1)).proven());
static_assert(verify::prove(fixed_net, fixed_unit, output<0> > 0, 20).violated());
static_assert(verify::prove(fixed_net, fixed_unit, output<0> + output<1> <= 2).proven());

struct property {
    static constexpr auto& network = net;
    static constexpr auto& inputs = unit;
    static constexpr auto wanted = output<0> < 1.5 && (output<1> >= 0 || output<2> > 7);
    static constexpr std::size_t boxes = 100;
};
static_assert(verify::proof<property>.proven());

// An expression of its own truth, beside the rows that it becomes.
struct tree {
    std::array<double, 3> y;
    bool at(int which) const {
        double const a = y[0], b = y[1], c = y[2];
        switch (which) {
        case 0:
            return a < 0.5 && (b >= c || c <= -0.5);
        case 1:
            return !(a < 0.5 && (b >= c || c <= -0.5));
        case 2:
            return (a <= b && b < c) || (c < b && !(b > a)) || a == a + 1;
        case 3:
            return !((a <= b || b < c) && (c < b || !(b > a)) && (a > 0 || b > 0 || c > 0));
        default:
            return 2 * a - b + 1 > c / 4 && !(a >= 1) && -b <= 1;
        }
    }
};

template <class Wanted>
void compare(Wanted const& wanted, int which) {
    auto const condition = rows_of<3>(wanted);
    ctnn::host::output_condition<3> const of_host = wanted;
    soundness::draw random(100 + static_cast<unsigned>(which));
    int holds = 0, wrong = 0;
    for (int k = 0; k < 5000; ++k) {
        std::array<double, 3> y{};
        for (double& one : y)
            one = static_cast<double>(random.below(9)) / 4 - 1; // (often on the edge)
        bool const right = tree{y}.at(which);
        holds += right;
        wrong += condition.is_satisfied_by(y) != right;
        wrong += condition.is_violated_by(y) == right;
        wrong += of_host.is_satisfied_by(y) != right;
        wrong += of_host.is_violated_by(y) == right;
    }
    CHECK(wrong == 0);
    CHECK(holds > 100);
    CHECK(holds < 4900);
}

} // namespace

TEST_CASE("conditions hold where their expressions do", "[verify]") {
    constexpr auto first = output<0> < 0.5 && (output<1> >= output<2> || output<2> <= -0.5);
    compare(first, 0);
    compare(!first, 1);
    compare((output<0> <= output<1> && output<1> < output<2>) ||
                (output<2> < output<1> && !(output<1> > output<0>)),
            2);
    compare(!((output<0> <= output<1> || output<1> < output<2>)&&(output<2> < output<1> ||
                                                                  !(output<1> > output<0>)) &&
              (output<0> > 0 || output<1> > 0 || output<2> > 0)),
            3);
    compare(2 * output<0> - output<1> + 1 > output<2> / 4 && !(output<0> >= 1) && -output<1> <= 1,
            4);
}

TEST_CASE("a condition whose numbers would be rounded is not valid", "[verify]") {
    auto const is_valid = [](auto const& wanted) { return rows_of<1>(wanted).is_valid(); };
    double const tenth = 0.1, third = 1.0 / 3, large = 1e308, zero = 0, least = 5e-324;
    double const infinity = std::numeric_limits<double>::infinity();
    CHECK(is_valid(output<0> - 0.25 < 0.5));
    CHECK(is_valid(output<0> < tenth + 0.2)); // the user's own sum
    CHECK_FALSE(is_valid(output<0> - tenth < 0.2));
    CHECK_FALSE(is_valid(tenth * (3 * output<0>) < 1));
    CHECK_FALSE(is_valid(third * output<0> + third * output<0> + tenth * output<0> < 1));
    CHECK_FALSE(is_valid(output<0> / 3 < tenth));
    CHECK(is_valid(output<0> / 4 < tenth));
    CHECK_FALSE(is_valid(large * output<0> + large * output<0> < 1));
    CHECK_FALSE(is_valid(large * (large * output<0>) < 1));
    CHECK_FALSE(is_valid(0.5 * (least * output<0>) < 1));
    CHECK_FALSE(is_valid(output<0> / zero < 1));
    CHECK_FALSE(is_valid(output<0> < infinity));
    CHECK_FALSE(is_valid(output<0> - infinity < infinity));
    CHECK_FALSE(is_valid(output<0> < std::numeric_limits<double>::quiet_NaN()));
    CHECK_FALSE(is_valid(output<0> < (std::int64_t{1} << 53) + 1));
    CHECK_FALSE(is_valid(output<0> < std::numeric_limits<std::uint64_t>::max()));
    CHECK_FALSE(is_valid(!(output<0> - tenth < 0.2)));
    CHECK_FALSE(is_valid(output<0> > 0 || output<0> - tenth < 0.2));
}

TEST_CASE("products are exact or refused", "[verify]") {
    soundness::draw random(5);
    int exact = 0, refused = 0;
    for (int k = 0; k < 20'000; ++k) {
        auto const short_number = [&] {
            double x = static_cast<double>(random.below(std::uint64_t{1} << (20 + k % 14)));
            return (random.below(2) == 0 ? x : -x) / 1024;
        };
        double const a = short_number(), b = short_number();
        double const p = verify::detail::exact_product(a, b);
        // (what the product leaves behind, in one rounding)
        bool const is_exact = std::fma(a, b, -(a * b)) == 0;
        CHECK((p == p) == is_exact);
        CHECK((p != p || p == a * b));
        exact += p == p, refused += p != p;
    }
    CHECK((exact > 1000 && refused > 1000));
}
