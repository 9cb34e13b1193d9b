#include <ctnn/data/csv_rows.hpp>

#include <array>
#include <string>

#include "../catch.hpp"
#include "csv_texts.hpp"
#include "digits_csv.hpp" // made by ctnn_embed
#include "iris_csv.hpp"   // made by ctnn_embed

namespace {

using ctnn::csv_rows;
using ctnn::text_view;

constexpr std::size_t flowers = csv_rows(iris_csv);
static_assert(flowers == 150);
constexpr std::size_t digits = csv_rows(digits_csv);
static_assert(digits == 1797);
static_assert(csv_rows("") == 0 && csv_rows("a,b\n") == 0 && csv_rows("a,b") == 0);
static_assert(csv_rows("a,b\n1,2") == 1 && csv_rows("a,b\n1,2\n") == 1);
static_assert(csv_rows("a,b\r\n1,2\r\n\r\n3,4") == 2);
static_assert(csv_rows("1,2\n3,4\n", {.header = false}) == 2);
static_assert(csv_rows("\n \na\n\n1\n\t\n2\n  ") == 2);
static_assert(csv_rows("a\n\"1\n\n2\"\n3\n") == 2);
static_assert(csv_rows("\"a\nb\"\n\"x\"\"\n\"\"\"\n\"\n\"\n") == 2);
static_assert(csv_rows("a\n'1\n2'\n\"3\n", {.quote = '\''}) == 2);
static_assert(csv_rows("a\n1\n\"2\n3\n") == 2);

// In memory that is no literal, where the compilers search byte by byte.
constexpr std::array<char, 8> characters{'a', '\n', '1', '\n', '"', '\n', '"', '\n'};
static_assert(csv_rows(text_view(characters.data(), characters.size())) == 2);
static_assert(csv_rows("a\0\n1\n2\n") == 2);

} // namespace

TEST_CASE("csv_rows: as many rows as Python wrote") {
    for (auto const& text : csv_texts::all) {
        INFO(text.text.data());
        CHECK(csv_rows(text.text,
                       {.header = text.header, .separator = text.separator, .quote = text.quote}) ==
              6);
    }
}

TEST_CASE("csv_rows: the same on the machine as in the compiler") {
    std::string const memory(digits_csv.begin(), digits_csv.end());
    CHECK(csv_rows(text_view(memory.data(), memory.size())) == 1797);
    CHECK(csv_rows(digits_csv) == 1797);
}
