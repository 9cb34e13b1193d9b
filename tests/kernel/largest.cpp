#include <ctnn/kernel/largest.hpp>

#include <array>
#include <cstddef>

#include "faces.hpp"

namespace {

struct largest {
    template <class Scalar, std::size_t Size>
    static constexpr auto run(seeded::random_numbers& numbers) {
        auto const x = faces::draw<Scalar, Size>(numbers);
        return std::array{ctnn::kernel::largest<Size>(x.data())};
    }
};

} // namespace

TEMPLATE_TEST_CASE("largest has the same bits in the compiler and on the machine", "[kernel]",
                   float, double) {
    faces::check_arrays<largest, TestType>();
}
