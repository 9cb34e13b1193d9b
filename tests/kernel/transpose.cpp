#include <ctnn/kernel/transpose.hpp>

#include "groups.hpp"

namespace {

template <class Scalar, std::size_t Size, std::size_t Stride>
void check() {
    constexpr std::size_t group = ctnn::kernel::group<Scalar>;
    seeded::random_numbers numbers(7);
    groups::samples<Scalar, Size> const x(numbers, group, 1);
    std::vector<Scalar> lanes(group * Size);
    CAPTURE(Size, Stride, sizeof(Scalar));
    ctnn::kernel::to_lanes<Size>([&](std::size_t k) { return x.each[k].data(); }, lanes.data());
    CHECK(lanes == x.grouped);

    // Back, with zeros after each sample and nothing written after the last.
    std::vector<Scalar> rows(group * Stride + 1, Scalar(9)), expected(rows);
    for (std::size_t k = 0; k < group; ++k)
        for (std::size_t i = 0; i < Stride; ++i)
            expected[k * Stride + i] = i < Size ? x.each[k][i] : Scalar(0);
    ctnn::kernel::from_lanes<Size, Stride>(lanes.data(),
                                           [&](std::size_t k) { return rows.data() + k * Stride; });
    CHECK(rows == expected);
}

} // namespace

TEMPLATE_TEST_CASE("samples go to lanes and back", "[kernel]", float, double) {
    if constexpr (ctnn::kernel::vectorizable<TestType>) {
        check<TestType, 1, 1>();
        check<TestType, 2, 2>();
        check<TestType, 3, 3>();
        check<TestType, 3, 4>();
        check<TestType, 4, 4>();
        check<TestType, 5, 16>();
        check<TestType, 10, 10>();
        check<TestType, 18, 32>();
    } else {
        SUCCEED("no vectors");
    }
}
