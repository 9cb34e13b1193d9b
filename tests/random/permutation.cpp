#include <ctnn/random/permutation.hpp>

#include <cstddef>
#include <cstdint>
#include <limits>
#include <set>
#include <type_traits>
#include <vector>

#include "../catch.hpp"
#include "orders.hpp"

namespace {

using ctnn::random::permutation;

template <std::size_t length>
constexpr bool starts(permutation const& order, std::uint64_t const (&expected)[length]) {
    for (std::size_t position = 0; position != length; ++position)
        if (order(position) != expected[position])
            return false;
    return true;
}

template <std::size_t length>
constexpr bool is_oracles(std::uint64_t const (&expected)[length], std::uint64_t seed,
                          std::uint64_t epoch) {
    permutation const order(length, seed, epoch);
    return order.size() == length && starts(order, expected);
}

static_assert(std::is_trivially_copyable_v<permutation>);
static_assert(sizeof(permutation) == 88);
static_assert(is_oracles(orders::size_10_seed_1234_epoch_0, 1234, 0));
static_assert(is_oracles(orders::size_10_seed_1234_epoch_1, 1234, 1));
static_assert(is_oracles(orders::size_150_seed_1_epoch_0, 1, 0));
static_assert(permutation(0, 1, 2).size() == 0);
static_assert(permutation(1, 1, 2)(0) == 0);

std::vector<std::size_t> indices(permutation const& order) {
    std::vector<std::size_t> result(order.size());
    for (std::size_t position = 0; position != order.size(); ++position)
        result[position] = order(position);
    return result;
}

bool is_bijection(permutation const& order) {
    std::vector<bool> met(order.size());
    for (std::size_t const index : indices(order)) {
        if (index >= order.size() || met[index])
            return false;
        met[index] = true;
    }
    return true;
}

// Chi-squared of the counts about their mean, over the degrees of freedom: about 1 if all cells are
// equally likely.
double relative_chi_squared(std::vector<int> const& counts, double total, double freedom) {
    double const expected = total / static_cast<double>(counts.size());
    double sum = 0;
    for (int const count : counts)
        sum += (count - expected) * (count - expected) / expected;
    return sum / freedom;
}

struct uniformity {
    double elements; // of which index stands at which position
    double pairs;    // of which two indices stand at which two positions
};

// Over many orders: `vary` gives one for each number.
template <class vary_type>
uniformity uniformity_of(std::size_t size, std::size_t orders, vary_type vary) {
    std::vector<std::vector<int>> elements(size, std::vector<int>(size));
    std::vector<std::vector<int>> pairs(size * (size - 1), std::vector<int>(size * (size - 1)));
    auto const pair = [size](std::size_t first, std::size_t second) {
        return first * (size - 1) + second - (second > first ? 1 : 0);
    };
    for (std::size_t number = 0; number != orders; ++number) {
        auto const order = indices(vary(number));
        for (std::size_t i = 0; i != size; ++i) {
            ++elements[i][order[i]];
            for (std::size_t j = 0; j != size; ++j)
                if (i != j)
                    ++pairs[pair(i, j)][pair(order[i], order[j])];
        }
    }
    auto const total = static_cast<double>(orders);
    auto const mean = [total](std::vector<std::vector<int>> const& tables) {
        double sum = 0;
        for (auto const& table : tables)
            sum += relative_chi_squared(table, total, static_cast<double>(table.size() - 1));
        return sum / static_cast<double>(tables.size());
    };
    return {mean(elements), mean(pairs)};
}

} // namespace

TEST_CASE("permutation is what its description computes", "[random]") {
    CHECK(is_oracles(orders::size_1_seed_0_epoch_0, 0, 0));
    CHECK(is_oracles(orders::size_2_seed_3_epoch_0, 3, 0));
    CHECK(is_oracles(orders::size_3_seed_3_epoch_0, 3, 0));
    CHECK(is_oracles(orders::size_4_seed_1234_epoch_0, 1234, 0));
    CHECK(is_oracles(orders::size_5_seed_1_epoch_1, 1, 1));
    CHECK(is_oracles(orders::size_8_seed_2_epoch_2, 2, 2));
    CHECK(is_oracles(orders::size_9_seed_0_epoch_3, 0, 3));
    CHECK(is_oracles(orders::size_10_seed_1234_epoch_0, 1234, 0));
    CHECK(is_oracles(orders::size_10_seed_1234_epoch_1, 1234, 1));
    CHECK(is_oracles(orders::size_17_seed_9_epoch_9, 9, 9));
    CHECK(is_oracles(orders::size_30_seed_0_epoch_7, 0, 7));
    CHECK(is_oracles(orders::size_150_seed_1_epoch_0, 1, 0));
    permutation const large(100'000, 0x123456789abcdef0u, 0xffffffffffffffffu);
    CHECK(starts(large, orders::large_seed_and_epoch));
    CHECK(starts(permutation(0xffffffffu, 5, 6), orders::size_of_32_bits));
    if constexpr (sizeof(std::size_t) == 8) {
        permutation const largest(std::numeric_limits<std::size_t>::max(), 5, 6);
        CHECK(starts(largest, orders::size_of_64_bits));
    }
}

TEST_CASE("permutation gives each index once", "[random]") {
    for (std::size_t size = 0; size <= 300; ++size)
        for (std::uint64_t seed = 0; seed != 10; ++seed) {
            CAPTURE(size, seed);
            REQUIRE(is_bijection(permutation(size, seed * 0x123456789abcdefu, seed)));
        }
    for (std::size_t const size : {1000u, 1024u, 1025u, 60'000u, 65'536u, 65'537u, 100'000u})
        for (std::uint64_t seed = 0; seed != 3; ++seed) {
            CAPTURE(size, seed);
            REQUIRE(is_bijection(permutation(size, seed, 17)));
        }
}

TEST_CASE("a position past the end comes back unchanged", "[random]") {
    std::size_t const last = std::numeric_limits<std::size_t>::max();
    for (std::size_t const size : {0u, 1u, 5u, 10u}) {
        permutation const order(size, 1, 1);
        for (std::size_t const position : {size, size + 1, size + 7, last})
            CHECK(order(position) == position);
    }
}

TEST_CASE("seeds and epochs have orders of their own", "[random]") {
    std::set<std::vector<std::size_t>> orders;
    for (std::uint64_t seed = 0; seed != 100; ++seed)
        for (std::uint64_t epoch = 0; epoch != 100; ++epoch)
            orders.insert(indices(permutation(20, seed, epoch)));
    CHECK(orders.size() == 10'000);
}

TEST_CASE("all 24 orders of four are about equally likely", "[random]") {
    std::vector<int> counts(256);
    int const orders = 24'000;
    for (std::uint64_t epoch = 0; epoch != orders; ++epoch) {
        permutation const order(4, 2022, epoch);
        ++counts[order(0) * 64 + order(1) * 16 + order(2) * 4 + order(3)];
    }
    std::vector<int> met;
    for (int const count : counts)
        if (count != 0)
            met.push_back(count);
    REQUIRE(met.size() == 24);
    // 23 degrees of freedom: random orders exceed 2.3 of them once in 2600.
    CHECK(relative_chi_squared(met, orders, 23) < 2.3);
}

TEST_CASE("each index, and each pair, is about as likely at each position", "[random]") {
    for (std::size_t const size : {3u, 4u, 5u, 6u, 7u, 8u, 9u, 10u, 12u, 16u, 20u, 32u}) {
        CAPTURE(size);
        // Five standard deviations of what truly random orders give (elements: sqrt(2) / (size -
        // 1); pairs: about 4 / (size (size - 1)), by simulation), and a tenth for the bias of eight
        // rounds: six or fewer go beyond.
        auto const others = static_cast<double>(size - 1);
        double const elements_bound = 1.0 + 5.0 * 1.4142 / others;
        double const pairs_bound = 1.1 + 5.0 * 4.0 / (others * (others + 1.0));
        auto const seeds = uniformity_of(
            size, 5000, [size](std::uint64_t seed) { return permutation(size, seed, 0); });
        CHECK(seeds.elements < elements_bound);
        CHECK(seeds.pairs < pairs_bound);
        auto const epochs = uniformity_of(
            size, 5000, [size](std::uint64_t epoch) { return permutation(size, 1234, epoch); });
        CHECK(epochs.elements < elements_bound);
        CHECK(epochs.pairs < pairs_bound);
    }
}
