#include <ctnn/kernel/vector.hpp>

#include <array>
#include <cstddef>
#include <limits>

#include "../catch.hpp"
#include "../support/compare.hpp"

namespace {

using namespace ctnn;

// Each pair of numbers in another lane, and in each lane once.
template <class Scalar, std::size_t Lanes>
void check_larger_lanes() {
    constexpr std::array<Scalar, 6> numbers{Scalar(0),
                                            -Scalar(0),
                                            Scalar(1.5),
                                            Scalar(-2),
                                            std::numeric_limits<Scalar>::infinity(),
                                            std::numeric_limits<Scalar>::quiet_NaN()};
    for (std::size_t shift = 0; shift < 36; ++shift) {
        std::array<Scalar, Lanes> a{}, b{}, found{}, expected{};
        for (std::size_t k = 0; k < Lanes; ++k) {
            a[k] = numbers[(k + shift) % 36 / 6];
            b[k] = numbers[(k + shift) % 6];
            expected[k] = a[k] > b[k] ? a[k] : b[k];
        }
        auto const both = kernel::larger_lanes(kernel::load<Lanes>(compare::opaque(a).data()),
                                               kernel::load<Lanes>(compare::opaque(b).data()));
        kernel::store<Lanes>(found.data(), both);
        CHECK(compare::same_bits(found, expected));
    }
}

} // namespace

TEMPLATE_TEST_CASE("larger_lanes is b where a is not larger, as where one is a NaN", "[kernel]",
                   float, double) {
    if constexpr (kernel::vectorizable<TestType>) {
        check_larger_lanes<TestType, kernel::widest<TestType>>();
        check_larger_lanes<TestType, kernel::narrowest<TestType>>();
    } else {
        SUCCEED("no vectors");
    }
}
