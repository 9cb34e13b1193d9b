#include <ctnn/kernel/dot_rows.hpp>

#include <array>
#include <cstddef>
#include <utility>

#include "faces.hpp"
#include "stated_order.hpp"

namespace {

// y = M d, and after it a number that must stay.
template <class Scalar, std::size_t Rows, std::size_t Columns, class Kernel>
constexpr auto result_of(seeded::random_numbers& numbers, Kernel const& kernel) {
    auto const m = faces::draw<Scalar, Rows * Columns>(numbers);
    auto const d = faces::draw<Scalar, Columns>(numbers);
    std::array<Scalar, Rows + 1> y{};
    y[Rows] = Scalar(7);
    kernel(m.data(), d.data(), y.data());
    return y;
}

struct dot_rows {
    template <class Scalar, std::size_t Rows, std::size_t Columns>
    static constexpr auto run(seeded::random_numbers& numbers) {
        return result_of<Scalar, Rows, Columns>(numbers,
                                                [](Scalar const* m, Scalar const* d, Scalar* y) {
                                                    ctnn::kernel::dot_rows<Rows, Columns>(m, d, y);
                                                });
    }
};

struct stated {
    template <class Scalar, std::size_t Rows, std::size_t Columns>
    static constexpr auto run(seeded::random_numbers& numbers) {
        return result_of<Scalar, Rows, Columns>(
            numbers, [](Scalar const* m, Scalar const* d, Scalar* y) {
                for (std::size_t i = 0; i < Rows; ++i)
                    y[i] = stated_order::dot(m + i * Columns, d, Columns);
            });
    }
};

// Rows of a number of columns: fewer than a vector has lanes, as many, more, and what is left over.
template <class Scalar, std::size_t Columns, std::size_t... Rows>
void check_rows(std::index_sequence<Rows...>) {
    (stated_order::check<dot_rows, stated, Scalar, Rows, Columns>(), ...);
}

} // namespace

TEMPLATE_TEST_CASE("dot_rows has the same bits in the compiler and on the machine", "[kernel]",
                   float, double) {
    faces::check_matrices<dot_rows, TestType>();
}

TEMPLATE_TEST_CASE("dot_rows adds in the stated order", "[kernel]", float, double) {
    using rows = std::index_sequence<1, 3, 4, 9>;
    check_rows<TestType, 2>(rows{});
    check_rows<TestType, 5>(rows{});
    check_rows<TestType, 7>(rows{});
    check_rows<TestType, 8>(rows{});
    check_rows<TestType, 15>(rows{});
    check_rows<TestType, 33>(rows{});
}

TEMPLATE_TEST_CASE("dot_rows of threes, by squares, adds in the stated order", "[kernel]", float,
                   double) {
    check_rows<TestType, 3>(std::index_sequence<1, 2, 3, 4, 5, 7, 8, 9, 15, 17, 31>{});
}
