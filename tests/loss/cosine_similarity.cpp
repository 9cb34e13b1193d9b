#include <ctnn/loss/cosine_similarity.hpp>
#include <ctnn/number/fixed_point.hpp>

#include "oracle/losses.hpp"

namespace {

using ctnn::cosine_similarity;

constexpr cosine_similarity loss{};
static_assert(loss_oracle::agrees_everywhere<double>(loss, loss_oracle::cosine_similarity, 8));

} // namespace

TEST_CASE("the cosine similarity and its derivative are the oracle's", "[loss]") {
    loss_oracle::check_on_the_machine(loss, loss_oracle::cosine_similarity, 8);
    double const value =
        loss.value(std::array{compare::not_a_number<double>, 1.0}, std::array{0.5, 1.0});
    CHECK(value != value);
}

TEST_CASE("the cosine similarity of numbers of any size is that of their directions", "[loss]") {
    for (double const size : {1e-320, 1e-200, 1.0, 1e200, 1e308}) {
        CAPTURE(size);
        std::array const y = compare::opaque(std::array{size, 0.0});
        CHECK(loss.value(y, std::array{0.0, 5e-300}) == 1);
        CHECK(compare::near(loss.value(y, std::array{2.0, 0.0}), 0, 2));
        CHECK(compare::near(loss.value(y, std::array{-1e300, 0.0}), 2, 2));
    }
}

TEST_CASE("what has no direction has no cosine similarity", "[loss]") {
    std::array const nothing{0.0, 0.0}, something{1.0, 2.0};
    double const value = loss.value(compare::opaque(something), nothing);
    CHECK(value != value);
    CHECK(loss.value(compare::opaque(nothing), something) == 1);
    CHECK(loss.derivative(compare::opaque(nothing), something) == nothing);
    using number = ctnn::fixed_point<3, 12>;
    CHECK(loss.value(std::array{number(1)}, std::array{number(0)}) == number(1e9));
}
