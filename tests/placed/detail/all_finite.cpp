#include <ctnn/placed/detail/all_finite.hpp>

#include <array>
#include <cstddef>
#include <ctnn/number/dual.hpp>
#include <limits>

#include "../../catch.hpp"
#include "../../support/compare.hpp"

namespace {

using ctnn::detail::all_finite;

// One number that is not finite is found wherever it is, and no finite one, however large or small,
// is taken for one.
template <class Scalar, std::size_t Size>
constexpr bool finds_each() {
    using limits = std::numeric_limits<Scalar>;
    std::array<Scalar, Size> values{};
    for (std::size_t i = 0; i < Size; ++i)
        values[i] = i % 2 == 0 ? limits::lowest() : limits::denorm_min();
    if (!all_finite(values))
        return false;
    for (Scalar& value : values) {
        Scalar const before = value;
        for (Scalar const bad : {compare::not_a_number<Scalar>, compare::infinity<Scalar>,
                                 -compare::infinity<Scalar>}) {
            value = bad;
            if (all_finite(values))
                return false;
        }
        value = before;
    }
    return all_finite(values);
}

template <class Scalar>
constexpr bool finds_all() {
    return finds_each<Scalar, 1>() && finds_each<Scalar, 3>() && finds_each<Scalar, 63>() &&
           finds_each<Scalar, 4>() && finds_each<Scalar, 5>() && finds_each<Scalar, 16>() &&
           finds_each<Scalar, 64>() && finds_each<Scalar, 65>() && finds_each<Scalar, 130>();
}
static_assert(finds_all<float>());
static_assert(finds_all<double>());

using number = ctnn::dual<double>;
static_assert(all_finite(std::array{number{1, 2}, number{3, 4}}));
static_assert(!all_finite(std::array{number{1, 2}, number{compare::infinity<double>, 4}}));

} // namespace

TEMPLATE_TEST_CASE("all_finite finds each number on the machine as well", "[detail]", float,
                   double) {
    bool (*volatile run)() = finds_all<TestType>;
    CHECK(run());
}
