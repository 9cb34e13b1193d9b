#include "catch.hpp"
#include "support/random_numbers.hpp"
#include <array>
#include <cmath>
#include <cstddef>
#include <ctnn/kernel/multiply_add.hpp>
#include <ctnn/kernel/vector.hpp>
#include <ctnn/report/arithmetic.hpp>
#include <limits>

// The tests are compiled without ctnn::fused; what kernels give with it is tried by tests/bits.

namespace {

namespace kernel = ctnn::kernel;

static_assert(!ctnn::arithmetic::is_fused);

// (1 + u)^2 = 1 + 2 u + u^2, whose last term is lost where the product is rounded.
template <class Scalar>
constexpr bool rounds_twice() {
    constexpr Scalar u = std::numeric_limits<Scalar>::epsilon();
    return kernel::multiply_add(1 + u, 1 + u, -(1 + 2 * u)) == 0 &&
           kernel::multiply_subtract(1 + u, 1 + u, 1 + 2 * u) == 0;
}
static_assert(rounds_twice<float>());
static_assert(rounds_twice<double>());

// Each lane of a fused operation, against the C library. Half of the sums cancel.
template <class Scalar, std::size_t Lanes>
std::size_t differing() {
    std::size_t count = 0;
    if constexpr (kernel::vectorizable<Scalar> && Lanes * sizeof(Scalar) <= kernel::vector_bytes) {
        seeded::random_numbers numbers(1);
        for (std::size_t i = 0; i < 1000; ++i) {
            auto const a = numbers.array<Scalar, Lanes>(-2, 2);
            auto const b = numbers.array<Scalar, Lanes>(-2, 2);
            auto c = numbers.array<Scalar, Lanes>(-2, 2);
            for (std::size_t k = i % 2; k < Lanes; k += 2)
                c[k] = -(a[k] * b[k]);
            auto const sum =
                kernel::detail::fuse(kernel::load<Lanes>(a.data()), kernel::load<Lanes>(b.data()),
                                     kernel::load<Lanes>(c.data()));
            for (std::size_t k = 0; k < Lanes; ++k)
                count += sum[k] != std::fma(a[k], b[k], c[k]);
        }
    }
    return count;
}

} // namespace

TEMPLATE_TEST_CASE("kernels multiply and add separately on the machine", "[kernel]", float,
                   double) {
    bool (*volatile run)() = rounds_twice<TestType>;
    CHECK(run());
}

TEMPLATE_TEST_CASE("a fused operation on vectors rounds once in each lane", "[kernel]", float,
                   double) {
    CHECK(differing<TestType, 16 / sizeof(TestType)>() == 0);
    CHECK(differing<TestType, 32 / sizeof(TestType)>() == 0);
    CHECK(differing<TestType, 64 / sizeof(TestType)>() == 0);
}

TEST_CASE("one number for all lanes keeps the sign of its zero", "[kernel]") {
    if constexpr (kernel::vectorizable<float>) {
        float const volatile minus_zero = -0.0F;
        float const zero = minus_zero;
        auto const all = kernel::detail::in_all_lanes<kernel::vector<float, 4>>(zero);
        for (std::size_t k = 0; k < 4; ++k)
            CHECK(std::signbit(all[k]));
    }
}
