#include <ctnn/random/uniform.hpp>

#include "../catch.hpp"
#include "numpy_draws.hpp"

namespace {

using ctnn::random::mt19937;

constexpr bool is_numpys() {
    mt19937 generator(1234);
    for (double const expected : numpy_draws::uniform_minus_2_to_3)
        if (ctnn::random::uniform(generator, -2.0, 3.0) != expected)
            return false;
    return true;
}

static_assert(is_numpys());

} // namespace

TEST_CASE("uniform is numpy's uniform bit for bit", "[random]") {
    CHECK(is_numpys());
}

TEST_CASE("uniform stays between its bounds and reaches both ends", "[random]") {
    mt19937 generator(99);
    double least = 1.0;
    double greatest = -1.0;
    for (int draw = 0; draw != 10'000; ++draw) {
        double const value = ctnn::random::uniform(generator, -0.5, 0.25);
        least = value < least ? value : least;
        greatest = value > greatest ? value : greatest;
    }
    CHECK(least >= -0.5);
    CHECK(least < -0.499);
    CHECK(greatest < 0.25);
    CHECK(greatest > 0.249);
}

TEST_CASE("uniform between equal bounds is the bound and still draws", "[random]") {
    mt19937 generator(5);
    mt19937 other(5);
    CHECK(ctnn::random::uniform(generator, 2.0, 2.0) == 2.0);
    ctnn::random::rand(other);
    CHECK(generator == other);
}
