#include <ctnn/kernel/sum.hpp>

#include <algorithm>
#include <array>
#include <cstddef>

#include "faces.hpp"
#include "stated_order.hpp"

namespace {

namespace kernel = ctnn::kernel;

struct sum {
    template <class Scalar, std::size_t Size>
    static constexpr auto run(seeded::random_numbers& numbers) {
        auto const x = faces::draw<Scalar, Size>(numbers);
        return std::array{kernel::sum<Size>(x.data())};
    }
};

struct stated {
    template <class Scalar, std::size_t Size>
    static constexpr auto run(seeded::random_numbers& numbers) {
        auto const x = faces::draw<Scalar, Size>(numbers);
        return std::array{stated_order::sum(x.data(), Size)};
    }
};

template <class Scalar, std::size_t... Sizes>
void check_stated() {
    (stated_order::check<sum, stated, Scalar, Sizes>(), ...);
}

// Each row has a lane for each of its columns: Count lanes side by side, in one of the vectors.
template <class Scalar, std::size_t Lanes, std::size_t Count>
constexpr bool has_each_row_once() {
    std::array<std::size_t, Lanes> found{};
    for (auto const& rows : kernel::rows_to_sum<Scalar, Lanes, Count>)
        for (std::size_t k = 0; k < Lanes; ++k) {
            if (rows[k] >= Lanes || rows[k] != rows[k / Count * Count])
                return false;
            ++found[rows[k]];
        }
    return std::ranges::all_of(found, [](std::size_t times) { return times == Count; });
}

// The sums of Lanes rows, of vectors that were filled as rows_to_sum says, are those of the rows one by
// one, in their order.
template <class Scalar, std::size_t Lanes, std::size_t Count>
void check_rows() {
    static_assert(has_each_row_once<Scalar, Lanes, Count>());
    seeded::random_numbers numbers(compare::opaque(std::uint32_t{4}));
    auto const rows = faces::draw<Scalar, Lanes * Count>(numbers);
    std::array<Scalar, Lanes> expected{}, found{};
    for (std::size_t i = 0; i < Lanes; ++i)
        expected[i] = stated_order::sum(rows.data() + i * Count, Count);
    kernel::vector<Scalar, Lanes> vectors[Count];
    for (std::size_t v = 0; v < Count; ++v)
        for (std::size_t k = 0; k < Lanes; ++k)
            vectors[v][k] =
                rows[kernel::rows_to_sum<Scalar, Lanes, Count>[v][k] * Count + k % Count];
    kernel::store<Lanes>(found.data(), kernel::sum_rows<Scalar, Lanes, Count>(vectors));
    CAPTURE(sizeof(Scalar), Lanes, Count);
    CHECK(compare::same_bits(found, expected));
}

template <class Scalar, std::size_t Lanes, std::size_t Count = 1>
void check_counts() {
    check_rows<Scalar, Lanes, Count>();
    if constexpr (Count < Lanes && Count < 8)
        check_counts<Scalar, Lanes, 2 * Count>();
}

template <class Scalar, std::size_t Lanes = kernel::narrowest<Scalar>>
void check_widths() {
    check_counts<Scalar, Lanes>();
    if constexpr (Lanes < kernel::widest<Scalar>)
        check_widths<Scalar, 2 * Lanes>();
}

} // namespace

TEMPLATE_TEST_CASE("sum has the same bits in the compiler and on the machine", "[kernel]", float,
                   double) {
    faces::check_arrays<sum, TestType>();
}

TEMPLATE_TEST_CASE("sum adds in the stated order", "[kernel]", float, double) {
    check_stated<TestType, 1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 15, 16, 17, 23, 31, 64, 131>();
}

TEMPLATE_TEST_CASE("sum_rows gives the sum of each row in its place", "[kernel]", float, double) {
    if constexpr (kernel::vectorizable<TestType>)
        check_widths<TestType>();
    else
        SUCCEED("no vectors here");
}
