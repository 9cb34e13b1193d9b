#include <ctnn/network/network.hpp>
#include <ctnn/training/training_result.hpp>

#include <ctnn/layer/dense.hpp>
#include <type_traits>

#include "../catch.hpp"

namespace {

using result = ctnn::training_result<ctnn::network<double, ctnn::input<1>, ctnn::dense<1>>>;

} // namespace

TEST_CASE("a training result is fine until something stops it", "[train]") {
    result one{};
    CHECK(one.ok());
    CHECK(one.problem() == ctnn::training_problem{});
    one.stopped_by = {ctnn::training_problem::kinds::loss_is_not_finite, 3, 7};
    CHECK(!one.ok());
    CHECK(one.problem().epoch == 3);
    CHECK(one.problem().sample == 7);
    STATIC_REQUIRE(std::is_trivially_copyable_v<result>);
}
