#include <ctnn/kernel/transform.hpp>

#include <array>
#include <cstddef>

#include "faces.hpp"

namespace {

struct transform {
    template <class Scalar, std::size_t Size>
    static constexpr auto run(seeded::random_numbers& numbers) {
        auto const a = faces::draw<Scalar, Size>(numbers);
        auto const b = faces::draw<Scalar, Size>(numbers);
        auto const c = faces::draw<Scalar, Size>(numbers);
        std::array<std::array<Scalar, Size>, 3> y{};
        auto const square = [](auto const& x) { return x * x; };
        auto const weighted = [](auto const& x, auto const& w) { return x + w * x; };
        auto const between = [](auto const& x, auto const& low, auto const& high) {
            return x > low ? high - x : low;
        };
        ctnn::kernel::transform<Size>(square, y[0].data(), a.data());
        ctnn::kernel::transform<Size>(weighted, y[1].data(), a.data(), b.data());
        ctnn::kernel::transform<Size>(between, y[2].data(), a.data(), b.data(), c.data());
        return y;
    }
};

} // namespace

TEMPLATE_TEST_CASE("transform has the same bits in the compiler and on the machine", "[kernel]",
                   float, double) {
    faces::check_arrays<transform, TestType>();
}
