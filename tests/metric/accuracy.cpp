#include <ctnn/metric/accuracy.hpp>

#include <ctnn/activation/sigmoid.hpp>
#include <ctnn/activation/softmax.hpp>
#include <ctnn/data/sample.hpp>
#include <ctnn/layer/dense.hpp>
#include <ctnn/network/network.hpp>
#include <ctnn/quantization/quantize.hpp>
#include <vector>

#include "../catch.hpp"
#include "../support/compare.hpp"

namespace {

using namespace ctnn;

// Chooses the larger of its two inputs.
using chooser = network<double, input<2>, dense<2, softmax>>;
constexpr chooser larger{{{{1, 0}, {0, 1}}, {}}};
using pair = std::array<double, 2>;
constexpr std::array samples{sample{pair{3, 1}, pair{1, 0}}, sample{pair{1, 2}, pair{0, 1}},
                             sample{pair{5, 4}, pair{0, 1}}, sample{pair{0, 9}, pair{0.25, 0.75}}};
static_assert(accuracy(larger, samples) == 0.75);

} // namespace

TEST_CASE("accuracy is the share of right choices", "[metric]") {
    CHECK(accuracy(compare::opaque(larger), samples) == 0.75);
    CHECK(accuracy(larger, std::vector(samples.begin(), samples.begin() + 2)) == 1);
    CHECK(accuracy(larger, std::vector(samples.begin() + 2, samples.begin() + 3)) == 0);
}

TEST_CASE("accuracy of a quantized network", "[metric]") {
    constexpr auto small = quantize(larger, samples).network;
    STATIC_REQUIRE(accuracy(small, samples) == 0.75);
    CHECK(accuracy(compare::opaque(small), samples) == 0.75);
    // Of one whose output is always the same.
    CHECK(accuracy(quantized<chooser>{}, samples) == 0.25);
}

TEST_CASE("accuracy of no samples is not a number", "[metric]") {
    double const none = accuracy(larger, std::vector<sample<pair, pair>>{});
    CHECK(none != none);
}

TEST_CASE("accuracy of one output asks whether it is above one half", "[metric]") {
    constexpr network<double, input<1>, dense<1, sigmoid>> positive{{{{1}}, {0}}};
    using number = std::array<double, 1>;
    constexpr std::array yes_or_no{sample{number{2}, number{1}}, sample{number{-1}, number{0}},
                                   sample{number{-3}, number{1}}, sample{number{4}, number{0}},
                                   sample{number{1}, number{1}}};
    STATIC_REQUIRE(accuracy(positive, yes_or_no) == 0.6);
    CHECK(accuracy(compare::opaque(positive), yes_or_no) == 0.6);
}
