#include <ctnn/kernel/subtract_scaled.hpp>

#include <array>
#include <cstddef>

#include "faces.hpp"

namespace {

struct subtract_scaled {
    template <class Scalar, std::size_t Size>
    static constexpr auto run(seeded::random_numbers& numbers) {
        auto const x = faces::draw<Scalar, Size>(numbers);
        auto y = faces::draw<Scalar, Size>(numbers);
        ctnn::kernel::subtract_scaled<Size>(Scalar(0.3), x.data(), y.data());
        return y;
    }
};

} // namespace

TEMPLATE_TEST_CASE("subtract_scaled has the same bits in the compiler and on the machine",
                   "[kernel]", float, double) {
    faces::check_arrays<subtract_scaled, TestType>();
}
