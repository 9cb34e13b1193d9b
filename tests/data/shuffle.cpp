#include <ctnn/data/shuffle.hpp>

#include <algorithm>
#include <array>
#include <ctnn/data/csv.hpp>
#include <ctnn/random/permutation.hpp>
#include <numeric>
#include <vector>

#include "../catch.hpp"

namespace {

template <std::size_t Size>
constexpr std::array<int, Size> numbers() {
    std::array<int, Size> result{};
    for (std::size_t i = 0; i < Size; ++i)
        result[i] = static_cast<int>(i);
    return result;
}

constexpr auto shuffled = ctnn::shuffle(numbers<100>(), 5);
static_assert(shuffled != numbers<100>());
static_assert(shuffled != ctnn::shuffle(numbers<100>(), 6));
static_assert(shuffled[7] == static_cast<int>(ctnn::random::permutation(100, 5, 0)(7)));
static_assert(ctnn::shuffle(std::array<int, 0>{}, 1).empty());

} // namespace

TEST_CASE("shuffle: the same on the machine, and every element once") {
    auto again = ctnn::shuffle(numbers<100>(), 5);
    CHECK(again == shuffled);
    std::sort(again.begin(), again.end());
    CHECK(again == numbers<100>());
}

TEST_CASE("shuffle: what is as long as it is at run time, in the same order") {
    auto const all = numbers<100>();
    auto const from_vector = ctnn::shuffle(std::vector<int>(all.begin(), all.end()), 5);
    CHECK(std::equal(from_vector.begin(), from_vector.end(), shuffled.begin(), shuffled.end()));
    auto const text = ctnn::csv<float, 1, 1, 9>("x,y\n1,10\n2,20\n3,30\n");
    auto const from_csv = ctnn::shuffle(text, 1);
    CHECK(from_csv.size() == 3);
    CHECK(std::is_permutation(from_csv.begin(), from_csv.end(), text.begin()));
}
