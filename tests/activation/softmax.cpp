#include <ctnn/activation/softmax.hpp>

#include <array>

#include "../catch.hpp"
#include "../support/compare.hpp"
#include "oracle/softmax.hpp"
#include "vectors_against_oracle.hpp"

namespace {

using compare::opaque;
using ctnn::softmax;

static_assert(activation_oracle::vectors_agree<softmax, double>(activation_oracle::softmax, 2));
static_assert(activation_oracle::vectors_agree<softmax, float>(activation_oracle::softmax, 2));

} // namespace

TEST_CASE("softmax and its Jacobian are the oracle's", "[activation]") {
    activation_oracle::check_vectors_on_the_machine<softmax>(activation_oracle::softmax, 2);
}

TEST_CASE("softmax is not changed by a shift, and does not overflow", "[activation]") {
    auto const y = softmax::forward(opaque(std::array{1.0, 2.0, 3.0}));
    CHECK(softmax::forward(opaque(std::array{1025.0, 1026.0, 1027.0})) == y);
    CHECK(softmax::forward(opaque(std::array{1e4, -1e4})) == std::array{1.0, 0.0});
    CHECK(softmax::forward(opaque(std::array{-100.0f, 100.0f})) == std::array{0.0f, 1.0f});
    CHECK(softmax::forward(opaque(std::array{1e308, -1e308})) == std::array{1.0, 0.0});
}

TEST_CASE("softmax of one number is 1 and has no slope", "[activation]") {
    std::array<double, 1> const x{opaque(-7.0)};
    CHECK(softmax::forward(x)[0] == 1);
    CHECK(softmax::backward(x, {1.0}, {3.0})[0] == 0);
}

TEST_CASE("softmax with a NaN or a positive infinity is NaN throughout", "[activation]") {
    activation_oracle::check_that_nan_spreads<softmax>();
    double const infinity = compare::infinity<double>;
    CHECK(softmax::forward(opaque(std::array{0.0, -infinity})) == std::array{1.0, 0.0});
}

TEST_CASE("a softmax is 0 only more than 80 below the largest, in double 700", "[activation]") {
    CHECK(ctnn::softmax::forward(compare::opaque(std::array{0.0F, -80.0F}))[1] > 1.8e-35F);
    CHECK(ctnn::softmax::forward(compare::opaque(std::array{0.0F, -80.01F}))[1] == 0);
    CHECK(ctnn::softmax::forward(compare::opaque(std::array{0.0, -700.0}))[1] > 9.8e-305);
    CHECK(ctnn::softmax::forward(compare::opaque(std::array{0.0, -700.01}))[1] == 0);
}
