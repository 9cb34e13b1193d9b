#include <ctnn/data/split.hpp>

#include <array>
#include <ctnn/data/shuffle.hpp>

#include "../catch.hpp"

namespace {

constexpr std::array letters{'a', 'b', 'c', 'd', 'e', 'f', 'g'};
constexpr auto parts = ctnn::split<5>(letters, 3);
constexpr auto shuffled = ctnn::shuffle(letters, 3);

constexpr bool is_shuffled(auto const& both) {
    for (std::size_t i = 0; i < letters.size(); ++i)
        if (shuffled[i] != (i < 5 ? both.training[i] : both.test[i - 5]))
            return false;
    return true;
}

static_assert(parts.training.size() == 5 && parts.test.size() == 2);
static_assert(is_shuffled(parts));
static_assert(ctnn::split<7>(letters, 3).test.empty());
static_assert(ctnn::split<0>(letters, 3).test == shuffled);

} // namespace

TEST_CASE("split: the same on the machine as in the compiler") {
    auto const again = ctnn::split<5>(letters, 3);
    CHECK(again.training == parts.training);
    CHECK(again.test == parts.test);
}
