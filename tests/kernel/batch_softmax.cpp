#include <ctnn/kernel/batch_softmax.hpp>
#include <ctnn/kernel/softmax.hpp>

#include "groups.hpp"

namespace {

template <class Scalar, std::size_t Size>
void check() {
    constexpr std::size_t count = 2 * ctnn::kernel::group<Scalar>;
    seeded::random_numbers numbers(5);
    groups::samples<Scalar, Size> x(numbers, count, 2);
    // One that is further below the largest than exp knows of.
    x.each[1][0] = -1000;
    ctnn::batch::put_sample(x.each[1], x.grouped.data(), 1);
    auto const expected = [&](std::size_t k) {
        std::array<Scalar, Size> one{};
        ctnn::kernel::softmax<Size>(x.each[k].data(), one.data());
        return one;
    };
    std::vector<Scalar> y(count * Size);
    CAPTURE(Size, sizeof(Scalar));
    ctnn::kernel::batch_softmax<Size>(x.grouped.data(), y.data(), 2);
    CHECK(groups::count_different<Size>(y, count, expected) == 0);
    // In place.
    ctnn::kernel::batch_softmax<Size>(x.grouped.data(), x.grouped.data(), 2);
    CHECK(groups::count_different<Size>(x.grouped, count, expected) == 0);
}

} // namespace

TEMPLATE_TEST_CASE("batch_softmax gives each sample the bits of softmax", "[kernel]", float,
                   double) {
    if constexpr (ctnn::kernel::vectorizable<TestType>) {
        check<TestType, 1>();
        check<TestType, 2>();
        check<TestType, 3>();
        check<TestType, 4>();
        check<TestType, 10>();
        check<TestType, 37>();
    } else {
        SUCCEED("no vectors");
    }
}
