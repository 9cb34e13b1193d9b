#include <ctnn/kernel/largest.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <limits>

#include "faces.hpp"

namespace {

struct largest {
    template <class Scalar, std::size_t Size>
    static constexpr auto run(seeded::random_numbers& numbers) {
        auto const x = faces::draw<Scalar, Size>(numbers);
        return std::array{ctnn::kernel::largest<Size>(x.data())};
    }
};

// Whether the largest is found wherever it is: the others, all below zero or above, are less.
template <class Scalar, std::size_t Size>
constexpr bool is_found_everywhere(std::uint32_t seed) {
    seeded::random_numbers numbers(seed);
    for (Scalar const shift : {Scalar(-9), Scalar(9)})
        for (std::size_t place = 0; place < Size; ++place) {
            auto x = numbers.array<Scalar, Size>(-2, 2);
            for (Scalar& one : x)
                one += shift;
            x[place] = shift + Scalar(3);
            if (ctnn::kernel::largest<Size>(x.data()) != x[place])
                return false;
            // Nothing takes the place of what is less than all finite numbers.
            x[place] = -std::numeric_limits<Scalar>::infinity();
            if (ctnn::kernel::largest<Size>(x.data()) != *std::max_element(x.begin(), x.end()))
                return false;
        }
    return true;
}

template <class Scalar, std::size_t... Sizes>
void check_everywhere() {
    static_assert((... && is_found_everywhere<Scalar, Sizes>(5)));
    std::array const found{
        is_found_everywhere<Scalar, Sizes>(compare::opaque(std::uint32_t{5}))...};
    std::array const sizes{Sizes...};
    for (std::size_t i = 0; i < sizes.size(); ++i) {
        CAPTURE(sizes[i]);
        CHECK(found[i]);
    }
}

} // namespace

TEMPLATE_TEST_CASE("largest has the same bits in the compiler and on the machine", "[kernel]",
                   float, double) {
    faces::check_arrays<largest, TestType>();
}

TEMPLATE_TEST_CASE("the largest is found wherever it is", "[kernel]", float, double) {
    check_everywhere<TestType, 1, 2, 3, 4, 5, 6, 7, 8, 9, 15, 16, 17, 23, 32, 33>();
}
