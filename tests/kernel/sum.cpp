#include <ctnn/kernel/sum.hpp>

#include <array>
#include <cstddef>

#include "faces.hpp"

namespace {

struct sum {
    template <class Scalar, std::size_t Size>
    static constexpr auto run(seeded::random_numbers& numbers) {
        auto const x = faces::draw<Scalar, Size>(numbers);
        return std::array{ctnn::kernel::sum<Size>(x.data())};
    }
};

} // namespace

TEMPLATE_TEST_CASE("sum has the same bits in the compiler and on the machine", "[kernel]", float,
                   double) {
    faces::check_arrays<sum, TestType>();
}
