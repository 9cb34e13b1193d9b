#include <ctnn/kernel/mean.hpp>

#include <cstddef>
#include <ctnn/number/dual.hpp>
#include <ctnn/number/fixed_point.hpp>

#include "../catch.hpp"
#include "../support/compare.hpp"

namespace {

using ctnn::detail::total;

// Of the same number all the time: their mean is known.
template <class Scalar>
constexpr Scalar mean_of_many(Scalar x, std::size_t count) {
    total<Scalar> sum;
    for (std::size_t i = 0; i != count; ++i)
        sum.add(x);
    return sum.mean(count);
}

using q3_12 = ctnn::fixed_point<3, 12>;

static_assert(mean_of_many(0.1F, 3000) == 0.1F);
static_assert(mean_of_many(0.1, 3000) == 0.1);
static_assert(mean_of_many(q3_12(2.5), 3000) == q3_12(2.5));
static_assert(mean_of_many(q3_12(-2.5), 3000) == q3_12(-2.5));
static_assert(mean_of_many(ctnn::fixed_point<1, 30>(-1.5), 3000) == ctnn::fixed_point<1, 30>(-1.5));

} // namespace

TEST_CASE("mean: a total does not err more with more terms") {
    // Not const: else g++ tries to compute these itself, in 20 s and 2 GB.
    std::size_t many = 10'000'000;
    CHECK(mean_of_many(0.1F, many) == 0.1F);
    CHECK(mean_of_many(0.1, many) == 0.1);
    auto const dual = mean_of_many(ctnn::dual<float>(0.1F, 0.3F), many / 10);
    CHECK(dual.value == 0.1F);
    CHECK(compare::near(dual.derivative, 0.3, 2));
}

TEST_CASE("mean: of fixed-point numbers of both signs, rounded to the even one of two") {
    total<q3_12> sum;
    sum.add(q3_12::from_raw(-8));
    sum.add(q3_12::from_raw(3));
    CHECK(sum.mean(2).raw == -2);
    CHECK(sum.mean(5).raw == -1);
    sum.add(q3_12::from_raw(10));
    CHECK(sum.mean(2).raw == 2);
    CHECK(sum.mean(0).raw == 5);
}
