#include <ctnn/network/convert.hpp>

#include <array>
#include <ctnn/ctnn.hpp>
#include <type_traits>

#include "../catch.hpp"

namespace {

using q = ctnn::fixed_point<3, 4>;

template <class Scalar>
using model = ctnn::network<Scalar, ctnn::input<2>, ctnn::dense<1>, ctnn::relu,
                            ctnn::dense<2, ctnn::softmax>>;

constexpr model<float> net{{{{0.5F}, {-0.30F}}, {9.0F}}, {{{0.05F, -20.0F}}, {1.0F, 0.0F}}};
constexpr auto fixed = ctnn::convert<q>(net);
static_assert(std::is_same_v<decltype(fixed), model<q> const>);
static_assert(fixed.layer<0>().weights[0][0].raw == 8 && fixed.layer<0>().weights[1][0].raw == -5);
static_assert(fixed.layer<0>().biases[0] == q::largest());
static_assert(fixed.layer<2>().weights[0][0].raw == 1);
static_assert(fixed.layer<2>().weights[0][1] == q::lowest() && fixed.layer<2>().biases[0] == q(1));

constexpr auto back = ctnn::convert<double>(fixed);
static_assert(std::is_same_v<decltype(back), model<double> const>);
static_assert(back.layer<0>().weights[1][0] == -0.3125);

using sample = ctnn::sample<std::array<float, 2>, std::array<float, 1>>;
constexpr std::array<sample, 2> samples{sample{{0.5F, 1.0F}, {2.0F}},
                                        sample{{0.25F, 0.0F}, {-1.0F}}};
constexpr auto converted = ctnn::convert<q>(samples);
static_assert(converted[0].input == std::array{q(0.5), q(1)} && converted[0].target[0] == q(2));
static_assert(converted[1].input == std::array{q(0.25), q(0)} && converted[1].target[0] == q(-1));

} // namespace

TEST_CASE("numbers, arrays, samples and networks are converted", "[convert]") {
    CHECK(ctnn::convert<q>(0.5F).raw == 8);
    CHECK(ctnn::convert<float>(q(0.5)) == 0.5F);
    CHECK(ctnn::convert<double>(net).layer<0>().biases[0] == 9.0);
    CHECK(ctnn::convert<q>(net) == fixed);
    // To a dual number and on, as to any scalar.
    CHECK(ctnn::convert<ctnn::dual<float>>(net).layer<0>().biases[0].value == 9.0F);
}
