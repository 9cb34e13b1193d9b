#include <ctnn/data/csv.hpp>

#include <algorithm>
#include <array>
#include <ctnn/data/csv_rows.hpp>
#include <ctnn/layer/dense.hpp>
#include <ctnn/loss/mean_squared_error.hpp>
#include <ctnn/network/network.hpp>
#include <ctnn/optimizer/sgd.hpp>
#include <ctnn/training/train.hpp>

#include "../catch.hpp"
#include "iris_csv.hpp" // made by ctnn_embed

namespace {

using kinds = ctnn::csv_problem::kinds;

constexpr auto iris = ctnn::csv<float, 4, 3, ctnn::csv_rows(iris_csv)>(iris_csv);
static_assert(iris.ok() && iris.size() == 150);
static_assert(iris[0].input == std::array{5.1F, 3.5F, 1.4F, 0.2F});
static_assert(iris[0].target == std::array{1.0F, 0.0F, 0.0F});
static_assert(iris[149].input == std::array{5.9F, 3.0F, 5.1F, 1.8F});
static_assert(iris[149].target == std::array{0.0F, 0.0F, 1.0F});

// More room than rows.
constexpr auto two = ctnn::csv<double, 1, 1, 5>("x,y\n1,10\n2,20\n");
static_assert(two.ok() && two.size() == 2 && two.end() - two.begin() == 2);
static_assert(two[1].input[0] == 2 && two[1].target[0] == 20);
static_assert(!two.empty() && two.data() == two.begin());

// The memory after the rows is not to be had: an average over it would be of zeros.
template <class Result>
constexpr bool shows_its_room = requires(Result const& result) {
    result.samples;
};
static_assert(!shows_its_room<decltype(two)>);

// What csv gives is a range of samples.
using model = ctnn::network<double, ctnn::input<1>, ctnn::dense<1>>;
constexpr auto trained =
    ctnn::train(model{}, ctnn::mean_squared_error{}, ctnn::sgd{.learning_rate = 0.1}, two, {});
static_assert(trained.ok() && trained.epochs == 1);

} // namespace

TEST_CASE("csv: the same on the machine as in the compiler") {
    auto const again = ctnn::csv<float, 4, 3, 150>(iris_csv);
    CHECK(again.ok());
    CHECK(std::equal(again.begin(), again.end(), iris.begin(), iris.end()));
}

TEST_CASE("csv: what is wrong is told, and the rows before it are there") {
    auto const wrong = ctnn::csv<double, 1, 1, 5>("x,y\n1,10\n2,z\n");
    CHECK_FALSE(wrong.ok());
    CHECK(wrong.problem() == ctnn::csv_problem{kinds::field_is_not_a_number, 3, 2, "z"});
    CHECK(wrong.size() == 1);
    CHECK(wrong[0].target[0] == 10);
}

TEST_CASE("csv: more rows than room are a problem, the first row too many being named") {
    auto const wrong = ctnn::csv<double, 1, 1, 2>("x,y\n1,10\n2,20\n\n3,30\n4,40\n");
    CHECK(wrong.problem().kind == kinds::rows_do_not_fit_the_array);
    CHECK(wrong.problem().row == 5);
    CHECK(wrong.size() == 2);
}

TEST_CASE("csv: no rows are a problem") {
    CHECK(ctnn::csv<double, 1, 1, 2>("x,y\n").problem().kind == kinds::text_has_no_rows);
    CHECK(ctnn::csv<double, 1, 1, 2>("").problem().kind == kinds::text_has_no_rows);
}
