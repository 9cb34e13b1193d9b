#include <ctnn/kernel/dot_rows.hpp>

#include <array>
#include <cstddef>

#include "faces.hpp"

namespace {

struct dot_rows {
    template <class Scalar, std::size_t Rows, std::size_t Columns>
    static constexpr auto run(seeded::random_numbers& numbers) {
        auto const m = faces::draw<Scalar, Rows * Columns>(numbers);
        auto const d = faces::draw<Scalar, Columns>(numbers);
        std::array<Scalar, Rows> y{};
        ctnn::kernel::dot_rows<Rows, Columns>(m.data(), d.data(), y.data());
        return y;
    }
};

} // namespace

TEMPLATE_TEST_CASE("dot_rows has the same bits in the compiler and on the machine", "[kernel]",
                   float, double) {
    faces::check_matrices<dot_rows, TestType>();
}
