#include <ctnn/data/csv_problem.hpp>

#include <set>
#include <string>

#include "../catch.hpp"

namespace {

using kinds = ctnn::csv_problem::kinds;

static_assert(ctnn::csv_problem{}.kind == kinds::none);
static_assert(ctnn::csv_problem{kinds::field_is_empty, 1, 2, "x"} ==
              ctnn::csv_problem{kinds::field_is_empty, 1, 2, "x"});
static_assert(!(ctnn::csv_problem{kinds::field_is_empty, 1, 2, "x"} ==
                ctnn::csv_problem{kinds::field_is_empty, 1, 3, "x"}));

} // namespace

TEST_CASE("csv_problem: each kind has a sentence of its own") {
    std::set<std::string> sentences;
    int const last = static_cast<int>(kinds::rows_do_not_fit_the_array);
    for (int kind = 0; kind <= last; ++kind)
        sentences.insert(ctnn::csv_problem{static_cast<kinds>(kind)}.message());
    CHECK(sentences.size() == static_cast<std::size_t>(last) + 1);
    CHECK(sentences.count("unknown") == 0);
    CHECK(std::string(ctnn::csv_problem{kinds::field_is_not_a_number}.message()) ==
          "the field is not a number");
    CHECK(std::string(ctnn::csv_problem{kinds::carriage_return_is_alone}.message()) ==
          "a carriage return has no line feed after it");
}
