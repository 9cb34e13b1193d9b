#include <ctnn/data/standardization.hpp>

#include <array>
#include <ctnn/data/embedded_samples.hpp>
#include <type_traits>

#include "../catch.hpp"
#include "../support/compare.hpp"
#include "iris_csv.hpp" // made by ctnn_embed
#include "standardization_values.hpp"

namespace {

namespace oracle = standardization_values;

constexpr auto& flowers = ctnn::embedded_samples<iris_csv, double, 4, 3>;
constexpr ctnn::standardization on_one_scale(flowers);
static_assert(std::is_same_v<decltype(on_one_scale), ctnn::standardization<double, 4> const>);

// 150 additions, each rounded.
static_assert(compare::near(on_one_scale.mean, oracle::mean, 100));
static_assert(compare::near(on_one_scale.deviation, oracle::deviation, 100));
static_assert(compare::near(on_one_scale(flowers[0].input), oracle::first, 500));
static_assert(compare::near(on_one_scale(flowers[149]).input, oracle::last, 500));
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

} // namespace

TEST_CASE("standardization: the machine's bits are the compiler's") {
    ctnn::standardization const again(flowers);
    CHECK(compare::same_bits(again, on_one_scale));
    CHECK(compare::same_bits(again(flowers), scaled));
}
