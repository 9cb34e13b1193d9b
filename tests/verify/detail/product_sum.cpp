#include <ctnn/verify/detail/product_sum.hpp>

#include <limits>

#include "../../catch.hpp"
#include "product_sum_oracle.hpp"

using ctnn::verify::detail::product_sum;

namespace {

constexpr product_sum sum_of(product_sum_oracle::sum const& one) {
    product_sum all;
    for (auto const& term : one.terms)
        all.add(term[0], term[1]);
    return all;
}

constexpr bool all_as_fractions() {
    for (auto const& one : product_sum_oracle::sums)
        if (sum_of(one).sign() != one.sign)
            return false;
    return true;
}

// (the compiler's own)
constexpr product_sum cancelled = [] {
    product_sum all;
    all.add(1e300, 1e300);
    all.add(5e-324, 5e-324);
    all.add(-1e300, 1e300);
    return all;
}();
static_assert(cancelled.sign() == 1 && cancelled.toward_0() == 0);

} // namespace

TEST_CASE("sums of products are those of fractions", "[verify]") {
    CHECK(all_as_fractions());
    for (auto const& one : product_sum_oracle::sums)
        CHECK(sum_of(one).toward_0() == one.toward_0);
}
