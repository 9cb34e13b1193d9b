#include <ctnn/data/standardization.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <ctnn/data/csv.hpp>
#include <ctnn/data/embedded_samples.hpp>
#include <ctnn/number/fixed_point.hpp>
#include <limits>
#include <span>
#include <type_traits>
#include <vector>

#include "../catch.hpp"
#include "../support/compare.hpp"
#include "iris_csv.hpp" // made by ctnn_embed
#include "standardization_values.hpp"

namespace {

namespace oracle = standardization_values;

constexpr auto& flowers = ctnn::embedded_samples<iris_csv, double, 4, 3>;
constexpr ctnn::standardization on_one_scale(flowers);
static_assert(std::is_same_v<decltype(on_one_scale), ctnn::standardization<double, 4> const>);

static_assert(compare::near(on_one_scale.mean, oracle::mean, 1));
static_assert(compare::near(on_one_scale.deviation, oracle::deviation, 2));
static_assert(compare::near(on_one_scale(flowers[0].input), oracle::first, 8));
static_assert(compare::near(on_one_scale(flowers[149]).input, oracle::last, 8));
static_assert(on_one_scale(flowers[149]).target == flowers[149].target);

constexpr auto scaled = on_one_scale(flowers);
static_assert(scaled[149].input == on_one_scale(flowers[149].input));

// A column of equal values that no sum gives exactly, a column of zeros, and one that hardly varies.
using row = ctnn::sample<std::array<float, 3>, std::array<float, 1>>;
constexpr std::array<row, 3> flat{row{{0.1F, 0, 1000}, {1}}, row{{0.1F, 0, 1000}, {2}},
                                  row{{0.1F, 0, 1000.0625F}, {3}}};
constexpr ctnn::standardization flat_scale(flat);
static_assert(flat_scale.mean[0] == 0.1F && flat_scale.deviation[0] == 1);
static_assert(flat_scale.mean[1] == 0 && flat_scale.deviation[1] == 1);
static_assert(flat_scale.deviation[2] > 0 && flat_scale.deviation[2] < 1);
static_assert(flat_scale(flat)[0].input[0] == 0 && flat_scale(flat)[2].input[2] > 0);

// Of no samples, and told by hand.
static_assert(ctnn::standardization(std::array<row, 0>{}).deviation[2] == 1);
constexpr ctnn::standardization<float, 2> by_hand({1, 2}, {4, 8});
static_assert(by_hand(std::array{5.0F, 2.0F}) == std::array{1.0F, 0.0F});

// More columns than one block takes.
constexpr auto wide = [] {
    std::array<ctnn::sample<std::array<double, 150>, std::array<double, 1>>, 2> both{};
    for (std::size_t i = 0; i < 150; ++i) {
        both[0].input[i] = static_cast<double>(i);
        both[1].input[i] = static_cast<double>(3 * i + 2);
    }
    return both;
}();
constexpr ctnn::standardization wide_scale(wide);
constexpr bool all_are_right = [] {
    for (std::size_t i = 0; i < 150; ++i)
        if (wide_scale.mean[i] != static_cast<double>(2 * i + 1) ||
            wide_scale.deviation[i] != static_cast<double>(i + 1) ||
            wide_scale(wide[0]).input[i] != -1)
            return false;
    return true;
}();
static_assert(all_are_right);

// As many numbers as sums must not err with, one after the other from a few.
template <class Scalar, std::size_t Size, std::size_t Few>
constexpr auto repeated(std::array<Scalar, Few> const& numbers) {
    std::array<ctnn::sample<std::array<Scalar, 1>, std::array<Scalar, 1>>, Size> samples{};
    for (std::size_t i = 0; i < Size; ++i)
        samples[i].input[0] = numbers[i % Few];
    return samples;
}
template <class Scalar>
constexpr bool is(ctnn::standardization<Scalar, 1> const& scale, double mean, double deviation) {
    return scale.mean[0] == Scalar(mean) && scale.deviation[0] == Scalar(deviation);
}
static_assert(is(ctnn::standardization(repeated<float, 4096>(std::array{1e6F - 0.5F, 1e6F + 0.5F})),
                 1e6, 0.5));
using ctnn::fixed_point;
template <class Fixed>
constexpr bool fixed_is_right = is(
    ctnn::standardization(repeated<Fixed, 150>(std::array{Fixed(0.25), Fixed(0.75)})), 0.5, 0.25);
static_assert(fixed_is_right<fixed_point<3, 12>> && fixed_is_right<fixed_point<1, 6>> &&
              fixed_is_right<fixed_point<3, 4>> && fixed_is_right<fixed_point<1, 14>> &&
              fixed_is_right<fixed_point<11, 20>> && fixed_is_right<fixed_point<1, 30>>);

// Squares that are beyond the numbers, and such that are 0.
template <class Scalar>
constexpr bool scale_does_not_matter(Scalar scale) {
    auto const samples = repeated<Scalar, 3>(std::array{scale, 2 * scale, 3 * scale});
    auto const results = ctnn::standardization(samples)(samples);
    return compare::near(results[0].input[0], -1.224744871391589, 3) && results[1].input[0] == 0 &&
           compare::near(results[2].input[0], 1.224744871391589, 3);
}
static_assert(scale_does_not_matter(0x1p540) && scale_does_not_matter(0x1p-540) &&
              scale_does_not_matter(0x1p-1000) && scale_does_not_matter(0x1p1022) &&
              scale_does_not_matter(0x1p100F) && scale_does_not_matter(0x1p-120F) &&
              scale_does_not_matter(0x1p126F) && scale_does_not_matter(1.0));

// A deviation that is less than half of the smallest number.
constexpr auto hardly = [] {
    auto samples = repeated<double, 100>(std::array{0.0});
    samples[42].input[0] = std::numeric_limits<double>::denorm_min();
    return samples;
}();
static_assert(is(ctnn::standardization(hardly), 0, std::numeric_limits<double>::denorm_min()));
static_assert(ctnn::standardization(hardly)(hardly)[42].input[0] == 1);

// Differences that are beyond the numbers.
constexpr double most = std::numeric_limits<double>::max();
constexpr auto ends = repeated<double, 3>(std::array{most, most, -most});
static_assert(compare::near(ctnn::standardization(ends)(ends)[0].input[0], 0.70710678118654752, 3));
static_assert(compare::near(ctnn::standardization(ends)(ends)[2].input[0], -1.4142135623730951, 3));
using q3_12 = fixed_point<3, 12>;
constexpr auto fixed_ends = repeated<q3_12, 3>(std::array{q3_12(7.5), q3_12(7.5), q3_12(-7.5)});
constexpr auto between = ctnn::standardization(fixed_ends)(fixed_ends);
static_assert(between[0].input[0] == q3_12(0.7071) && between[2].input[0] == q3_12(-1.41421));
static_assert(ctnn::standardization<q3_12, 1>({q3_12(1)}, {q3_12(0)})(std::array{q3_12(1)})[0] ==
              q3_12(0));
static_assert(ctnn::standardization<q3_12, 1>({q3_12(1)}, {q3_12(0)})(std::array{q3_12(0)})[0] ==
              q3_12::lowest());

} // namespace

TEST_CASE("standardization: the machine's bits are the compiler's") {
    ctnn::standardization const again(flowers);
    CHECK(compare::same_bits(again, on_one_scale));
    CHECK(compare::same_bits(again(flowers), scaled));
}

TEST_CASE("standardization: of many samples in float, mean and deviation do not drift") {
    struct column {
        std::array<float, 2> numbers;
        float mean; // of two neighbours, the one whose last bit is 0
        float deviation;
    };
    for (auto const& [numbers, mean, deviation] :
         {column{{777777, 777777.0625F}, 777777, 0.03125F},
          column{{999999.5F, 1000000.5F}, 1e6F, 0.5F},
          column{{0x1p-1F, 0x1.000002p-1F}, 0x1p-1F, 0x1p-25F},
          column{{1013.25F, 1013.375F}, 1013.3125F, 0.0625F}})
        for (std::size_t const size : {std::size_t(200'000), std::size_t(1'000'000)}) {
            std::vector<ctnn::sample<std::array<float, 1>, std::array<float, 1>>> samples(size);
            for (std::size_t i = 0; i != size; ++i)
                samples[i].input[0] = numbers[i % 2];
            ctnn::standardization const scale(samples);
            CAPTURE(numbers[0], size, scale.mean[0], scale.deviation[0]);
            CHECK(scale.mean[0] == mean);
            CHECK(scale.deviation[0] == deviation);
        }
}

TEST_CASE("standardization: measures and changes any range that is read at run time") {
    auto const& all = flowers;
    using flower = std::remove_cvref_t<decltype(all[0])>;
    std::vector<flower> const as_vector(all.begin(), all.end());
    auto const as_csv = ctnn::csv<double, 4, 3, 1000>(iris_csv); // with more room than rows
    flower as_array[150];
    std::copy(all.begin(), all.end(), as_array);
    std::span<flower const> const as_span(as_array);

    CHECK(ctnn::standardization(as_vector) == on_one_scale);
    CHECK(ctnn::standardization(as_csv) == on_one_scale);
    CHECK(ctnn::standardization(as_array) == on_one_scale);
    CHECK(ctnn::standardization(as_span) == on_one_scale);
    CHECK(ctnn::standardization(as_span.first(100)) != on_one_scale);
    CHECK(ctnn::standardization(std::vector<flower>{}).deviation[3] == 1);

    auto const from_vector = on_one_scale(as_vector);
    CHECK(std::equal(from_vector.begin(), from_vector.end(), scaled.begin(), scaled.end()));
    auto const from_csv = on_one_scale(as_csv);
    CHECK(std::equal(from_csv.begin(), from_csv.end(), scaled.begin(), scaled.end()));
    for (auto& one : as_array)
        one = on_one_scale(one);
    CHECK(std::equal(std::begin(as_array), std::end(as_array), scaled.begin(), scaled.end()));
}
