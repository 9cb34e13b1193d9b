#include <ctnn/placed/gates.hpp>

#include <cstdint>
#include <ctnn/number/fixed_point.hpp>
#include <ctnn/number/interval.hpp>

#include "../catch.hpp"
#include "../support/random_numbers.hpp"

namespace {

using namespace ctnn;
using placed::gates::blend;

static_assert(blend(0.25, 8.0, 4.0) == 5.0);
static_assert(blend(0.0, 8.0, 4.0) == 4.0 && blend(1.0, 8.0, 4.0) == 8.0);

// Between two numbers, not from the sum of what each gives alone.
constexpr auto half_open = blend(interval<double>(0.25, 0.75), interval<double>(1, 1), //
                                 interval<double>(1, 1));
static_assert(half_open.lower > 1 - 1e-14 && half_open.upper < 1 + 1e-14);
constexpr auto between = blend(interval<double>(0.25, 0.75), interval<double>(1, 2), //
                               interval<double>(3, 5));
static_assert(between.lower > 1.5 - 1e-14 && between.lower <= 1.5);
static_assert(between.upper < 4.25 + 1e-14 && between.upper >= 4.25);
// A gate of which nothing is unknown has the ends of the operations.
constexpr auto known = blend(interval<float>(0.3F), interval<float>(-1, 0.7F), //
                             interval<float>(0.1F, 5));
static_assert(known.lower == blend(0.3F, -1.0F, 0.1F) && known.upper == blend(0.3F, 0.7F, 5.0F));
// Of a number that is not known nothing is.
static_assert(!is_finite(blend(interval<float>(0.5F), interval<float>(1),
                               interval<float>::everything())));

// Random intervals, and numbers in them: their ends and what is between.
template <class T>
std::size_t that_leave(std::uint32_t seed, double size, double least_gate = 0) {
    seeded::random_numbers draw(seed);
    auto const of = [&draw](double lower, double upper) {
        T const a = static_cast<T>(draw(lower, upper)), b = static_cast<T>(draw(lower, upper));
        return a < b ? interval<T>(a, b) : interval<T>(b, a);
    };
    auto const inside = [&draw](interval<T> const& x) {
        double const place = draw(-0.5, 1.5);
        double const lower = static_cast<double>(x.lower), upper = static_cast<double>(x.upper);
        return place < 0   ? x.lower
               : place > 1 ? x.upper
                           : static_cast<T>(lower + place * (upper - lower));
    };
    std::size_t count = 0;
    for (int k = 0; k < 1000; ++k) {
        auto const gate = of(least_gate, 1), x = of(-size, size), y = of(-size, size);
        auto const range = blend(gate, x, y);
        for (int l = 0; l < 30; ++l)
            count += !range.contains(blend(inside(gate), inside(x), inside(y)));
    }
    return count;
}

} // namespace

TEST_CASE("the interval of a blend holds what is blended", "[placed][interval]") {
    for (std::uint32_t seed = 1; seed < 10; ++seed) {
        CAPTURE(seed);
        CHECK(that_leave<float>(seed, 1) == 0);
        CHECK(that_leave<double>(seed, 1) == 0);
        CHECK(that_leave<float>(seed, 1e-38) == 0);
        CHECK(that_leave<float>(seed, 1e30) == 0);
        CHECK(that_leave<float>(seed, 1, 0.9999999) == 0);
        CHECK(that_leave<fixed_point<3, 12>>(seed, 4) == 0);
        CHECK(that_leave<fixed_point<1, 14>>(seed, 1) == 0);
        CHECK(that_leave<fixed_point<1, 6>>(seed, 1) == 0);
        CHECK(that_leave<fixed_point<15, 16>>(seed, 100) == 0);
    }
}
