#include <ctnn/kernel/add_outer.hpp>

#include <array>
#include <cstddef>

#include "faces.hpp"

namespace {

struct add_outer {
    template <class Scalar, std::size_t Rows, std::size_t Columns>
    static constexpr auto run(seeded::random_numbers& numbers) {
        auto const x = faces::draw<Scalar, Rows>(numbers);
        auto const d = faces::draw<Scalar, Columns>(numbers);
        auto m = faces::draw<Scalar, Rows * Columns>(numbers);
        ctnn::kernel::add_outer<Rows, Columns>(x.data(), d.data(), m.data());
        return m;
    }
};

} // namespace

TEMPLATE_TEST_CASE("add_outer has the same bits in the compiler and on the machine", "[kernel]",
                   float, double) {
    faces::check_matrices<add_outer, TestType>();
}
