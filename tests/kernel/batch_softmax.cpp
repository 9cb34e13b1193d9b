#include <ctnn/kernel/batch_softmax.hpp>
#include <ctnn/kernel/log_softmax.hpp>
#include <ctnn/kernel/softmax.hpp>

#include "groups.hpp"

namespace {

struct of_softmax {
    template <std::size_t Size, class Scalar>
    static void one(Scalar const* x, Scalar* y) {
        ctnn::kernel::softmax<Size>(x, y);
    }
    template <std::size_t Size, class Scalar>
    static void batch(Scalar const* x, Scalar* y) {
        ctnn::kernel::batch_softmax<Size>(x, y, 2);
    }
};
struct of_log_softmax {
    template <std::size_t Size, class Scalar>
    static void one(Scalar const* x, Scalar* y) {
        ctnn::kernel::log_softmax<Size>(x, y);
    }
    template <std::size_t Size, class Scalar>
    static void batch(Scalar const* x, Scalar* y) {
        ctnn::kernel::batch_log_softmax<Size>(x, y, 2);
    }
};

template <class Of, class Scalar, std::size_t Size>
void check() {
    constexpr std::size_t count = 2 * ctnn::kernel::group<Scalar>;
    seeded::random_numbers numbers(5);
    groups::samples<Scalar, Size> x(numbers, count, 2);
    // One that is further below the largest than exp knows of.
    x.each[1][0] = -1000;
    ctnn::batch::put_sample(x.each[1], x.grouped.data(), 1);
    auto const expected = [&](std::size_t k) {
        std::array<Scalar, Size> one{};
        Of::template one<Size>(x.each[k].data(), one.data());
        return one;
    };
    std::vector<Scalar> y(count * Size);
    CAPTURE(Size, sizeof(Scalar));
    Of::template batch<Size>(x.grouped.data(), y.data());
    CHECK(groups::count_different<Size>(y, count, expected) == 0);
    // In place.
    Of::template batch<Size>(x.grouped.data(), x.grouped.data());
    CHECK(groups::count_different<Size>(x.grouped, count, expected) == 0);
}

template <class Of, class Scalar>
void check_sizes() {
    if constexpr (ctnn::kernel::vectorizable<Scalar>) {
        check<Of, Scalar, 1>();
        check<Of, Scalar, 2>();
        check<Of, Scalar, 3>();
        check<Of, Scalar, 4>();
        check<Of, Scalar, 10>();
        check<Of, Scalar, 37>();
    } else {
        SUCCEED("no vectors");
    }
}

} // namespace

TEMPLATE_TEST_CASE("batch_softmax gives each sample the bits of softmax", "[kernel]", float,
                   double) {
    check_sizes<of_softmax, TestType>();
}

TEMPLATE_TEST_CASE("batch_log_softmax gives each sample the bits of log_softmax", "[kernel]", float,
                   double) {
    check_sizes<of_log_softmax, TestType>();
}
