#include <ctnn/kernel/sqrt.hpp>

#include <array>
#include <cstddef>
#include <ctnn/math/sqrt.hpp>
#include <limits>
#include <vector>

#include "../catch.hpp"
#include "../support/compare.hpp"
#include "../support/random_numbers.hpp"

namespace {

namespace kernel = ctnn::kernel;

template <class Scalar>
std::vector<Scalar> numbers() {
    using limits = std::numeric_limits<Scalar>;
    std::vector<Scalar> all{Scalar(0),         Scalar(1),          Scalar(2),
                            limits::min(),     limits::max(),      limits::denorm_min(),
                            limits::min() / 4, limits::infinity(), Scalar(0.25)};
    seeded::random_numbers draw(1);
    for (int i = 0; i < 200; ++i) {
        auto const some = draw.array<Scalar, 2>();
        all.push_back(some[0] * some[0] * (some[1] > 0 ? Scalar(1e30) : Scalar(1e-30)));
    }
    return all;
}

template <class Scalar, std::size_t Lanes>
void check_lanes() {
    if constexpr (kernel::vectorizable<Scalar> && Lanes <= kernel::widest<Scalar>) {
        auto const all = numbers<Scalar>();
        for (std::size_t i = 0; i + Lanes <= all.size(); ++i) {
            auto const x = kernel::load<Lanes>(all.data() + i);
            kernel::vector<Scalar, Lanes> const root = kernel::sqrt(x);
            for (std::size_t k = 0; k < Lanes; ++k)
                CHECK(compare::same_bits(root[k], ctnn::math::sqrt(all[i + k])));
        }
    }
}

// In a constant: wide vectors.
template <class Scalar, std::size_t Lanes>
constexpr bool wide_is_exact() {
    Scalar from[Lanes]{}, to[Lanes]{};
    for (std::size_t i = 0; i < Lanes; ++i)
        from[i] = i == 1 ? Scalar(0) : static_cast<Scalar>(i * i * i) + Scalar(0.3);
    kernel::wide<Scalar, Lanes> x{};
    kernel::pack<Scalar, Lanes, Lanes>(+from, x);
    kernel::wide<Scalar, Lanes> const root = kernel::sqrt(x);
    kernel::unpack<Scalar, Lanes, Lanes>(root, +to);
    bool same = true;
    for (std::size_t i = 0; i < Lanes; ++i)
        same = same && to[i] == ctnn::math::sqrt(from[i]);
    return same;
}
static_assert(wide_is_exact<float, 4>() && wide_is_exact<float, 16>());
static_assert(wide_is_exact<double, 2>() && wide_is_exact<double, 8>());

} // namespace

TEMPLATE_TEST_CASE("sqrt of lanes has the bits of math::sqrt", "[kernel]", float, double) {
    check_lanes<TestType, 2>();
    check_lanes<TestType, 4>();
    check_lanes<TestType, 8>();
    check_lanes<TestType, 16>();
    for (TestType const x : numbers<TestType>()) {
        TestType const root = kernel::sqrt(compare::opaque(x));
        CHECK(compare::same_bits(root, ctnn::math::sqrt(x)));
    }
}
