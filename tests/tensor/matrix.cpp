#include <ctnn/tensor/matrix.hpp>

#include <type_traits>

#include "../catch.hpp"

namespace {

using ctnn::matrix;

constexpr matrix<double, 2, 3> literal{{1, 2, 3}, {4, 5, 6}};
static_assert(literal[0][0] == 1 && literal[0][2] == 3 && literal[1][0] == 4);
static_assert(literal.values == std::array<double, 6>{1, 2, 3, 4, 5, 6});
static_assert(literal.size() == 2 && literal[0].size() == 3);
static_assert(literal == matrix<double, 2, 3>{{1, 2, 3}, {4, 5, 6}});
static_assert(literal != matrix<double, 2, 3>{{1, 2, 3}, {4, 5, 7}});
static_assert(matrix<double, 2, 3>{} == matrix<double, 2, 3>{{0, 0, 0}, {0, 0, 0}});

// The smallest shapes, where braces could mean a copy as well.
static_assert(matrix<double, 1, 1>{{2}}[0][0] == 2);
static_assert(matrix<double, 1, 3>{{2, 3, 4}}[0][2] == 4);
static_assert(matrix<double, 3, 1>{{2}, {3}, {4}}[2][0] == 4);
static_assert(matrix<double, 1, 1>{matrix<double, 1, 1>{{2}}} == matrix<double, 1, 1>{{2}});

static_assert(std::is_trivially_copyable_v<matrix<float, 3, 4>>);
static_assert(sizeof(matrix<float, 3, 5>) == 15 * sizeof(float));

// A structural type.
template <matrix<double, 2, 3> M>
constexpr double corner = M[1][2];
static_assert(corner<literal> == 6);

constexpr double sum_of_row(matrix<double, 2, 3> const& m, std::size_t row) {
    double sum = 0;
    for (double const element : m[row])
        sum += element;
    return sum;
}
static_assert(sum_of_row(literal, 1) == 15);

} // namespace

TEST_CASE("a matrix is written element by element and row by row", "[matrix]") {
    matrix<double, 2, 3> m{};
    m[1][2] = 5;
    CHECK(m.values == std::array<double, 6>{0, 0, 0, 0, 0, 5});
    for (double& element : m[0])
        element = 2;
    CHECK(m == matrix<double, 2, 3>{{2, 2, 2}, {0, 0, 5}});
    matrix<double, 2, 3> const copy = m;
    CHECK(copy[1][2] == 5);
    STATIC_REQUIRE(std::is_same_v<decltype(copy[0][0]), double const&>);
    STATIC_REQUIRE(std::is_same_v<decltype(m[0][0]), double&>);
}
