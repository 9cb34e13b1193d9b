#include <ctnn/activation/clamp.hpp>

#include <array>
#include <cmath>
#include <cstddef>
#include <ctnn/activation/hard_tanh.hpp>
#include <ctnn/activation/relu6.hpp>
#include <ctnn/data/sample.hpp>
#include <ctnn/layer/dense.hpp>
#include <ctnn/loss/cross_entropy.hpp>
#include <ctnn/network/network.hpp>
#include <ctnn/number/fixed_point.hpp>
#include <ctnn/quantization/quantize.hpp>
#include <ctnn/verify/bounds.hpp>
#include <ctnn/verify/linear_bounds.hpp>

#include "../catch.hpp"
#include "../support/random_numbers.hpp"
#include "against_oracle.hpp"
#include "oracle/hard_tanh.hpp"

namespace {

using activation_oracle::agrees;
using activation_oracle::at;
using activation_oracle::slope_at;
using ctnn::clamp;

// What it is with the ends of others is what they are.
using like_hard_tanh = clamp<-1, 1>;
static_assert(agrees<like_hard_tanh, double>(activation_oracle::hard_tanh, 0));
static_assert(agrees<like_hard_tanh, float>(activation_oracle::hard_tanh, 0));

// In int8 an activation that leaves 0 as it is is free; one that cuts it off is not.
static_assert(ctnn::detail::cuts_off<clamp<-1, 2>> && ctnn::detail::cuts_off<clamp<0, 0.1>>);
static_assert(!ctnn::detail::cuts_off<clamp<1, 2>> && !ctnn::detail::cuts_off<clamp<-2, -1>>);

} // namespace

TEST_CASE("clamp is x between its ends", "[activation]") {
    using some = clamp<-0.5, 3>;
    CHECK((at<some>(-0.75) == -0.5 && at<some>(-0.5) == -0.5 && at<some>(1.25) == 1.25));
    CHECK((at<some>(3) == 3 && at<some>(4) == 3));
    CHECK((slope_at<some>(-0.5) == 0 && slope_at<some>(0) == 1 && slope_at<some>(3) == 0));
    CHECK(
        (at<some>(compare::infinity<double>) == 3 && at<some>(-compare::infinity<double>) == -0.5));
    activation_oracle::check_on_the_machine<like_hard_tanh, double>(activation_oracle::hard_tanh,
                                                                    0);
    activation_oracle::check_that_nan_stays_nan<some>();
}

TEST_CASE("integers are cut off at the ends of clamp, wherever these are", "[activation]") {
    using model = ctnn::network<float, ctnn::input<1>, ctnn::dense<1>, clamp<1, 2>>;
    constexpr model net{{{{1}}, {0}}};
    std::array<ctnn::sample<std::array<float, 1>, std::array<float, 1>>, 3> const samples{
        {{{0}, {}}, {{4}, {}}, {{1.5F}, {}}}};
    auto const small = ctnn::quantize(net, samples);
    REQUIRE(small.ok());
    for (float const x : {0.0F, 0.5F, 1.5F, 3.0F, 4.0F}) {
        CAPTURE(x);
        CHECK(std::abs(small.network({x})[0] - net({x})[0]) < 0.03F);
    }
}

TEST_CASE("clamp in fixed point has ends of the format", "[activation]") {
    using number = ctnn::fixed_point<3, 4>;
    CHECK(clamp<-0.1, 0.1>::value(number(1)) == number(0.125F));
    CHECK(clamp<-0.1, 0.1>::fixed_point_error<number>(1) > 0.02);
    CHECK(clamp<-0.5, 0.5>::fixed_point_error<number>(1) == 0);
}

TEST_CASE("bounds end where clamp does", "[activation]") {
    using model = ctnn::network<float, ctnn::input<1>, ctnn::dense<1>, clamp<-0.5, 0.25>>;
    constexpr model net{{{{2}}, {0}}};
    auto const found = ctnn::verify::bounds(net, ctnn::box<float, 1>{{-1}, {0.0625F}});
    CHECK((found[0].lower == -0.5F && found[0].upper == 0.125F));
    auto const narrow = ctnn::verify::linear_bounds(net, ctnn::box<float, 1>{{-1}, {1}});
    CHECK((narrow[0].lower >= -0.501F && narrow[0].upper <= 0.251F));
}
