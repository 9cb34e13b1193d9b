#include <ctnn/data/rescale.hpp>

#include <algorithm>
#include <array>
#include <ctnn/data/csv.hpp>
#include <vector>

#include "../../docs/examples/digits_data.hpp"
#include "../catch.hpp"
#include "../support/compare.hpp"

namespace {

using row = ctnn::sample<std::array<float, 3>, std::array<float, 1>>;
constexpr std::array<row, 2> rows{row{{1, -2, 0.1F}, {7}}, row{{0, 8, 255}, {9}}};
constexpr auto halved = ctnn::rescale(rows, 0.5);
static_assert(halved[0].input == std::array{0.5F, -1.0F, 0.05F} && halved[0].target[0] == 7);
static_assert(halved[1].input == std::array{0.0F, 4.0F, 127.5F} && halved[1].target[0] == 9);
static_assert(ctnn::rescale(std::array<row, 0>{}, 2).empty());

// More inputs than one block takes.
constexpr auto wide = ctnn::rescale(
    [] {
        std::array<ctnn::sample<std::array<double, 150>, std::array<double, 1>>, 1> one{};
        for (std::size_t i = 0; i < 150; ++i)
            one[0].input[i] = static_cast<double>(i);
        return one;
    }(),
    3);
static_assert(wide[0].input[0] == 0 && wide[0].input[63] == 189 && wide[0].input[64] == 192 &&
              wide[0].input[149] == 447);

} // namespace

TEST_CASE("rescale: the machine's bits are the compiler's") {
    CHECK(compare::same_bits(ctnn::rescale(rows, 0.3F), [] {
        constexpr auto compiled = ctnn::rescale(rows, 0.3F);
        return compiled;
    }()));
}

TEST_CASE("digits_data: every digit of the file once, from 0 to 1") {
    // awk -F, 'NR > 1 {for (i = 1; i < 65; ++i) s += i * $i; ++n[$65]} END {print s; for (d in n)
    // print d, n[d]}' digits.csv
    constexpr double sum = 18222371;
    constexpr std::array<int, 10> counts{178, 182, 177, 183, 181, 182, 181, 179, 174, 180};
    double found_sum = 0;
    std::array<int, 10> found{};
    float least = 1, greatest = 0;
    auto const count = [&](auto const& samples) {
        for (auto const& one : samples) {
            for (std::size_t i = 0; i < 64; ++i) {
                found_sum += 16 * static_cast<double>(one.input[i]) * static_cast<double>(i + 1);
                least = one.input[i] < least ? one.input[i] : least;
                greatest = one.input[i] > greatest ? one.input[i] : greatest;
            }
            for (std::size_t digit = 0; digit < 10; ++digit)
                found[digit] += one.target[digit] == 1 ? 1 : 0;
        }
    };
    count(digits::training);
    count(digits::test);
    CHECK(found_sum == sum);
    CHECK(found == counts);
    CHECK((least == 0 && greatest == 1));
}

TEST_CASE("digits_data: both parts have every digit") {
    for (std::size_t digit = 0; digit < 10; ++digit) {
        int training = 0, test = 0;
        for (auto const& one : digits::training)
            training += one.target[digit] == 1 ? 1 : 0;
        for (auto const& one : digits::test)
            test += one.target[digit] == 1 ? 1 : 0;
        CHECK(training > 100);
        CHECK(test > 10);
    }
}

TEST_CASE("rescale: of samples that are read at run time") {
    std::vector<row> const as_vector(rows.begin(), rows.end());
    auto const from_vector = ctnn::rescale(as_vector, 0.5F);
    CHECK(std::equal(from_vector.begin(), from_vector.end(), halved.begin(), halved.end()));
    auto const from_csv =
        ctnn::rescale(ctnn::csv<float, 3, 1, 9>("a,b,c,t\n1,-2,0.1,7\n0,8,255,9\n"), 0.5F);
    CHECK(std::equal(from_csv.begin(), from_csv.end(), halved.begin(), halved.end()));
}
