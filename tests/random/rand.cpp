#include <ctnn/random/rand.hpp>

#include <cstddef>
#include <cstdint>
#include <type_traits>
#include <utility>

#include "../catch.hpp"
#include "numpy_draws.hpp"

namespace {

using ctnn::random::mt19937;

// How many draws differ from numpy's, which the table holds as multiples of 2^-53.
template <std::size_t size>
constexpr std::size_t different(std::uint32_t seed, std::int64_t const (&expected)[size]) {
    mt19937 generator(seed);
    std::size_t count = 0;
    for (std::int64_t const fraction : expected)
        if (ctnn::random::rand(generator) * 0x1p53 != static_cast<double>(fraction))
            ++count;
    return count;
}

static_assert(std::is_same_v<decltype(ctnn::random::rand(std::declval<mt19937&>())), double>);
static_assert(different(1234, numpy_draws::rand_1234) == 0);

} // namespace

TEST_CASE("rand is numpy's rand bit for bit", "[random]") {
    CHECK(different(1234, numpy_draws::rand_1234) == 0);
    CHECK(different(0, numpy_draws::rand_0) == 0);
    CHECK(different(1, numpy_draws::rand_1) == 0);
    CHECK(different(4294967295u, numpy_draws::rand_4294967295) == 0);
}

TEST_CASE("rand with seed 1234 starts as the lecture's weights do", "[random]") {
    mt19937 generator(1234);
    for (double const printed : {0.19151945, 0.62210877, 0.43772774, 0.78535858, 0.77997581,
                                 0.27259261, 0.27646426, 0.80187218, 0.95813935})
        CHECK(ctnn::random::rand(generator) == Approx(printed).margin(5e-9).epsilon(0));
}
