#include <ctnn/data/one_hot.hpp>

#include <array>

#include "../catch.hpp"

namespace {

using ctnn::one_hot;

static_assert(one_hot<float, 3>(0) == std::array{1.0F, 0.0F, 0.0F});
static_assert(one_hot<float, 3>(2) == std::array{0.0F, 0.0F, 1.0F});
static_assert(one_hot<double, 1>(0) == std::array{1.0});

} // namespace

TEST_CASE("one_hot: a class that does not exist is none") {
    std::size_t beyond = 3;
    CHECK(one_hot<float, 3>(beyond) == std::array{0.0F, 0.0F, 0.0F});
    CHECK(one_hot<float, 3>(beyond - 2) == std::array{0.0F, 1.0F, 0.0F});
}
