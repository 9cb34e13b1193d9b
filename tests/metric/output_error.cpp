#include <ctnn/metric/output_error.hpp>

#include <array>
#include <ctnn/ctnn.hpp>
#include <limits>
#include <vector>

#include "../catch.hpp"

namespace {

using model = ctnn::network<float, ctnn::input<1>, ctnn::dense<2>>;
using sample = ctnn::sample<std::array<float, 1>, std::array<float, 2>>;

constexpr model net{{{{1, 0}}, {0, 0.5F}}};    // x, 1/2
constexpr model other{{{{1, 0}}, {0, 0.25F}}}; // x, 1/4
constexpr std::array<sample, 3> samples{sample{{0.0F}, {}}, sample{{0.375F}, {}},
                                        sample{{1.0F}, {}}};

constexpr auto error = ctnn::output_error(net, other, samples);
static_assert(error.largest == 0.25 && error.mean == 0.125 && error.sample == 0);
static_assert(error.same_class == 2.0 / 3);

constexpr auto none = ctnn::output_error(net, net, samples);
static_assert(none.largest == 0 && none.mean == 0 && none.same_class == 1);

// Of another scalar: 0.375 is rounded to 0.5.
constexpr auto fixed =
    ctnn::output_error(net, ctnn::convert<ctnn::fixed_point<6, 1>>(net), samples);
static_assert(fixed.largest == 0.125 && fixed.sample == 1 && fixed.mean == 0.125 / 6);

// A quantized one is compared, also with another, and with a network of double.
constexpr auto small = ctnn::quantize(net, samples).network;
constexpr auto of_small = ctnn::output_error(net, small, samples);
static_assert(of_small.largest > 0 && of_small.largest < 0.01 && of_small.same_class == 1);
static_assert(ctnn::output_error(small, small, samples).largest == 0);
static_assert(ctnn::output_error(small, net, samples).largest == of_small.largest);
using in_double = ctnn::sample<std::array<double, 1>, std::array<double, 2>>;
static_assert(ctnn::output_error(ctnn::convert<double>(net), small,
                                 std::array<in_double, 1>{{{{1}, {}}}})
                  .largest < 0.01);

} // namespace

TEST_CASE("any function of the inputs is an approximation", "[output_error]") {
    auto const shifted = [](std::array<float, 1> const& x) {
        return std::array<double, 2>{static_cast<double>(x[0]), x[0] == 1 ? 2.5 : 0.5};
    };
    auto const found = ctnn::output_error(net, shifted, samples);
    CHECK(found.largest == 2);
    CHECK(found.sample == 2);
    CHECK(found.mean == 2.0 / 6);
    CHECK(found.same_class == 2.0 / 3);
}

TEST_CASE("the mean does not err more with more samples", "[output_error]") {
    std::vector<sample> const many(100'000, sample{{0.0F}, {}});
    auto const found = ctnn::output_error(
        net,
        [](auto const&) {
            return std::array<double, 2>{0.1, 0.5};
        },
        many);
    CHECK(found.mean == 0.05);
}

TEST_CASE("a NaN is no small error", "[output_error]") {
    auto const broken = [](std::array<float, 1> const&) {
        return std::array<float, 2>{std::numeric_limits<float>::quiet_NaN(), 0.5F};
    };
    CHECK_FALSE(ctnn::output_error(net, broken, samples).largest < 1);
}

TEST_CASE("no samples, no errors", "[output_error]") {
    auto const nothing = ctnn::output_error(net, other, std::array<sample, 0>{});
    CHECK(nothing.largest == 0);
    CHECK(nothing.mean == 0);
}
