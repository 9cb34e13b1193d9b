#include <ctnn/activation/softmax.hpp>

#include <array>

#include "../catch.hpp"
#include "../support/compare.hpp"
#include "oracle/softmax.hpp"

namespace {

using compare::near;
using compare::opaque;
using ctnn::softmax;

template <class Scalar>
constexpr bool agrees(activation_oracle::vector_point const& at, double units) {
    auto const x = compare::converted<Scalar>(at.x);
    auto const y = softmax::forward(x);
    return near(y, at.value, units) &&
           near(softmax::backward(x, y, compare::converted<Scalar>(at.dy)), at.derivative, units);
}

template <class Scalar>
constexpr bool agrees_everywhere(double units) {
    for (auto const& at : activation_oracle::softmax)
        if (!agrees<Scalar>(at, units))
            return false;
    return true;
}

static_assert(agrees_everywhere<double>(2));
static_assert(agrees_everywhere<float>(2));

} // namespace

TEST_CASE("softmax and its Jacobian are the oracle's", "[activation]") {
    for (auto const& at : activation_oracle::softmax) {
        CAPTURE(at.x[0], at.x[1], at.x[2]);
        CHECK(agrees<double>(opaque(at), 2));
        CHECK(agrees<float>(opaque(at), 2));
    }
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
    double const nan = compare::not_a_number<double>;
    double const infinity = compare::infinity<double>;
    for (std::size_t place = 0; place < 3; ++place)
        for (double const bad : {nan, infinity}) {
            std::array<double, 3> x{0.5, -1, 2};
            x[place] = bad;
            for (double const y : softmax::forward(opaque(x)))
                CHECK(y != y);
        }
    CHECK(softmax::forward(opaque(std::array{0.0, -infinity})) == std::array{1.0, 0.0});
}

TEST_CASE("a softmax is 0 only more than 80 below the largest, in double 700", "[activation]") {
    CHECK(ctnn::softmax::forward(compare::opaque(std::array{0.0F, -80.0F}))[1] > 1.8e-35F);
    CHECK(ctnn::softmax::forward(compare::opaque(std::array{0.0F, -80.01F}))[1] == 0);
    CHECK(ctnn::softmax::forward(compare::opaque(std::array{0.0, -700.0}))[1] > 9.8e-305);
    CHECK(ctnn::softmax::forward(compare::opaque(std::array{0.0, -700.01}))[1] == 0);
}
