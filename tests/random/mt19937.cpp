#include <ctnn/random/mt19937.hpp>

#include <cstddef>
#include <cstdint>
#include <random>
#include <type_traits>

#include "../catch.hpp"
#include "numpy_draws.hpp"

namespace {

using ctnn::random::mt19937;

// The tables hold the draws 0 to 7, 620 to 631 (across the first renewal) and 1992 to 1999.
template <std::size_t size>
constexpr bool draws(std::uint32_t seed, std::uint32_t const (&expected)[size]) {
    mt19937 generator(seed);
    std::size_t found = 0;
    for (int draw = 0; draw != 2000; ++draw) {
        std::uint32_t const word = generator();
        if (draw < 8 || (draw >= 620 && draw < 632) || draw >= 1992) {
            if (word != expected[found])
                return false;
            ++found;
        }
    }
    return found == size;
}

static_assert(std::uniform_random_bit_generator<mt19937>);
static_assert(std::is_trivially_copyable_v<mt19937>);
static_assert(std::equality_comparable<mt19937>);
static_assert(sizeof(mt19937) == 2512);
static_assert(mt19937(1234)() == 822569775u); // numpy.random.seed(1234), first 32 bits

static_assert(std::is_constructible_v<mt19937, int>);
static_assert(!std::is_convertible_v<int, mt19937>);
static_assert(!std::is_constructible_v<mt19937, std::int64_t>);
static_assert(!std::is_constructible_v<mt19937, std::uint64_t>);

static_assert(draws(1234, numpy_draws::words_1234));

} // namespace

TEST_CASE("mt19937 draws what numpy draws", "[random]") {
    CHECK(draws(1234, numpy_draws::words_1234));
    CHECK(draws(0, numpy_draws::words_0));
    CHECK(draws(1, numpy_draws::words_1));
    CHECK(draws(4294967295u, numpy_draws::words_4294967295));
}

TEST_CASE("mt19937 is the standard's generator over a long run", "[random]") {
    for (std::uint32_t const seed : {0u, 5489u, 4294967295u}) {
        mt19937 generator(seed);
        std::mt19937 standard(seed);
        int different = 0;
        for (int draw = 0; draw != 100'000; ++draw)
            different += generator() != standard() ? 1 : 0;
        CHECK(different == 0);
    }
}

TEST_CASE("generators that compare equal go on alike", "[random]") {
    mt19937 generator(7);
    for (int draw = 0; draw != 700; ++draw)
        generator();
    mt19937 copy = generator;
    CHECK(copy == generator);
    CHECK(copy() == generator());
    CHECK(copy == generator);
    generator();
    CHECK(copy != generator);
    CHECK(mt19937(7) != mt19937(8));
}
