#include <ctnn/kernel/batch_dot_rows.hpp>
#include <ctnn/kernel/dot_rows.hpp>

#include "groups.hpp"

namespace {

struct dot_rows {
    template <class Scalar, std::size_t Rows, std::size_t Columns>
    static void run() {
        constexpr std::size_t count = 2 * ctnn::kernel::group<Scalar>;
        seeded::random_numbers numbers(4);
        auto const m = faces::draw<Scalar, Rows * Columns>(numbers);
        groups::samples<Scalar, Columns> const d(numbers, count, 2);
        std::vector<Scalar> y(count * Rows);
        ctnn::kernel::batch_dot_rows<Rows, Columns>(m.data(), d.grouped.data(), y.data(), 2);
        CAPTURE(Rows, Columns, sizeof(Scalar));
        CHECK(groups::count_different<Rows>(y, count, [&](std::size_t k) {
                  std::array<Scalar, Rows> one{};
                  ctnn::kernel::dot_rows<Rows, Columns>(m.data(), d.each[k].data(), one.data());
                  return one;
              }) == 0);
    }
};

} // namespace

TEMPLATE_TEST_CASE("batch_dot_rows gives each sample the bits of dot_rows", "[kernel]", float,
                   double) {
    groups::check_shapes<dot_rows, TestType>();
}
