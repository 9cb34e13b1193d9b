#include <ctnn/kernel/subtract_outer.hpp>

#include <array>
#include <cstddef>

#include "faces.hpp"

namespace {

struct subtract_outer {
    template <class Scalar, std::size_t Rows, std::size_t Columns>
    static constexpr auto run(seeded::random_numbers& numbers) {
        auto const x = faces::draw<Scalar, Rows>(numbers);
        auto const d = faces::draw<Scalar, Columns>(numbers);
        auto m = faces::draw<Scalar, Rows * Columns>(numbers);
        ctnn::kernel::subtract_outer<Rows, Columns>(Scalar(0.3), x.data(), d.data(), m.data());
        return m;
    }
};

} // namespace

TEMPLATE_TEST_CASE("subtract_outer has the same bits in the compiler and on the machine",
                   "[kernel]", float, double) {
    faces::check_matrices<subtract_outer, TestType>();
}
