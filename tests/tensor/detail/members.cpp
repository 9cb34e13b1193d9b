#include <ctnn/tensor/detail/members.hpp>

#include "../../catch.hpp"

namespace {

using namespace ctnn;

struct none {};
struct one {
    std::array<double, 3> a;
};
struct four {
    matrix<double, 2, 2> a;
    std::array<double, 3> b;
    matrix<double, 1, 1> c;
    std::array<double, 1> d;
};
struct five {
    std::array<double, 1> a, b, c, d, e;
};
struct with_a_number {
    std::array<double, 1> a;
    double b;
};
struct of_floats {
    std::array<float, 2> a;
};

static_assert(detail::count_members<none>() == 0);
static_assert(detail::count_members<one>() == 1);
static_assert(detail::count_members<four>() == 4);
static_assert(detail::count_members<five>() > detail::most_members);
static_assert(detail::made_of_arrays<double, none>());
static_assert(detail::made_of_arrays<double, four>());
static_assert(!detail::made_of_arrays<double, five>());
static_assert(!detail::made_of_arrays<double, with_a_number>());
static_assert(!detail::made_of_arrays<double, of_floats>());
static_assert(detail::count_scalars<double, four>() == 9);
static_assert(detail::count_scalars<double, none>() == 0);

} // namespace

TEST_CASE("a layer's parameters are visited in the order of their members", "[layer]") {
    four values{{{1, 2}, {3, 4}}, {5, 6, 7}, {{8}}, {9}};
    double next = 0;
    detail::for_each_block(
        [&next](auto block) {
            for (std::size_t i = 0; i < block.size; ++i)
                CHECK(block.data[i] == ++next);
        },
        values);
    CHECK(next == 9);
    detail::for_each_block(
        [](auto to, auto from) {
            for (std::size_t i = 0; i < to.size; ++i)
                to.data[i] += 10 * from.data[i];
        },
        values, std::as_const(values));
    CHECK(values.d[0] == 99);
    CHECK(values.a[1][0] == 33);
}
