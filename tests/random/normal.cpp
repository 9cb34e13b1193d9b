#include <ctnn/random/normal.hpp>

#include <array>
#include <cstddef>
#include <cstdint>

#include "../catch.hpp"
#include "numpy_draws.hpp"

namespace {

using ctnn::random::mt19937;
using ctnn::random::normal;
using ctnn::random::rand;

constexpr bool within(double value, double expected, double bound) {
    double const error = value - expected;
    return error <= bound && -error <= bound;
}

// Three units in the last place are at most 6 * 2^-53 of a value.
constexpr bool agrees(double value, double expected) {
    return within(value, expected, 0x6p-53 * (expected < 0 ? -expected : expected));
}

template <std::size_t size>
constexpr bool draws(std::uint32_t seed, double const (&expected)[size]) {
    mt19937 generator(seed);
    for (double const value : expected)
        if (!agrees(normal(generator), value))
            return false;
    return true;
}

template <std::size_t size>
constexpr auto first(std::uint32_t seed) {
    mt19937 generator(seed);
    std::array<double, size> result{};
    for (double& value : result)
        value = normal(generator, -1.0, 0.5);
    return result;
}

static_assert(draws(1234, numpy_draws::randn_1234));

} // namespace

TEST_CASE("normal is numpy's randn to three units in the last place", "[random]") {
    CHECK(draws(1234, numpy_draws::randn_1234));
    CHECK(draws(0, numpy_draws::randn_0));
    CHECK(draws(1, numpy_draws::randn_1));
    CHECK(draws(4294967295u, numpy_draws::randn_4294967295));
}

TEST_CASE("normal with a mean and a deviation is numpy's", "[random]") {
    mt19937 generator(1234);
    for (double const expected : numpy_draws::normal_mean_10_deviation_2)
        CHECK(within(normal(generator, 10.0, 2.0), expected, 0x1p-49));
}

TEST_CASE("the second normal value of a pair waits while others are drawn", "[random]") {
    mt19937 generator(1234);
    std::array<bool, 8> const is_normal{true, false, true, true, false, true, true, false};
    for (std::size_t i = 0; i != is_normal.size(); ++i) {
        CAPTURE(i);
        double const value = is_normal[i] ? normal(generator) : rand(generator);
        CHECK(agrees(value, numpy_draws::mixed[i]));
    }
}

TEST_CASE("the waiting value belongs to the generator", "[random]") {
    mt19937 generator(3);
    normal(generator);
    mt19937 copy = generator;
    CHECK(copy == generator);
    double const second = normal(copy);
    CHECK(copy != generator);
    CHECK(normal(generator) == second);
    CHECK(copy == generator);
    CHECK(normal(generator) == normal(copy));
}

TEST_CASE("a whole pair leaves the generator as its draws alone do", "[random]") {
    mt19937 generator(3);
    mt19937 other(3);
    normal(generator);
    normal(generator);
    for (int draw = 0; draw != 20 && other != generator; ++draw)
        rand(other);
    CHECK(other == generator);
}

TEST_CASE("normal has the same bits in the compiler and on the machine", "[random]") {
    static constexpr auto compiled = first<100>(77);
    std::uint32_t const volatile seed = 77;
    CHECK(first<100>(seed) == compiled);
}

TEST_CASE("normal has the moments of the normal distribution", "[random]") {
    mt19937 generator(2022);
    int const draws = 100'000;
    double sum = 0;
    double squares = 0;
    double cubes = 0;
    double fourths = 0;
    for (int i = 0; i != draws; ++i) {
        double const value = normal(generator);
        sum += value;
        squares += value * value;
        cubes += value * value * value;
        fourths += value * value * value * value;
    }
    // About four standard deviations of each mean: sqrt(1, 2, 15, 96) / sqrt(100,000).
    CHECK(sum / draws == Approx(0.0).margin(0.013));
    CHECK(squares / draws == Approx(1.0).margin(0.018));
    CHECK(cubes / draws == Approx(0.0).margin(0.05));
    CHECK(fourths / draws == Approx(3.0).margin(0.125));
}
