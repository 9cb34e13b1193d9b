#include <ctnn/data/csv_reader.hpp>

#include <array>
#include <cstddef>
#include <ctnn/number/dual.hpp>
#include <string>

#include "../catch.hpp"
#include "csv_texts.hpp"

namespace {

using ctnn::csv_format;
using ctnn::csv_problem;
using ctnn::text_view;
using kinds = csv_problem::kinds;

// The sum of all that a text says, so that one number tells that nothing is lost: the inputs, and
// 100 times the class.
template <class Scalar, std::size_t Inputs, std::size_t Outputs>
struct contents {
    int rows = 0;
    Scalar sum = Scalar(0.0);
    csv_problem problem{};

    constexpr contents(text_view const& text, csv_format const& format = {}) {
        ctnn::csv_reader<Scalar, Inputs, Outputs> reader(text, format);
        typename decltype(reader)::sample one{};
        for (; reader.read(one); ++rows) {
            for (Scalar const& input : one.input)
                sum += input;
            for (std::size_t i = 0; i < Outputs; ++i)
                sum += one.target[i] * Scalar(100.0 * static_cast<double>(Outputs == 1 ? 1 : i));
        }
        problem = reader.problem();
    }

    constexpr bool are(int expected_rows, double expected_sum) const {
        return problem.kind == kinds::none && rows == expected_rows && sum == Scalar(expected_sum);
    }
};

using two_of_three = contents<double, 2, 3>;

static_assert(two_of_three("a,b,c\n1,2,0\n3,4,2\n").are(2, 210));
static_assert(two_of_three("1,2,0\n3,4,2\n", {.header = false}).are(2, 210));
static_assert(two_of_three("a,b,c\r\n1,2,0\r\n3,4,2\r\n").are(2, 210));
static_assert(two_of_three("a,b,c\n1,2,0\n3,4,2").are(2, 210));
static_assert(two_of_three("a,b,c\n1,2,0\n3,4,2\r").are(2, 210));
static_assert(two_of_three("\n \na,b,c\n\n1,2,0\n  \n3,4,2\n\n\r\n \t\n  ").are(2, 210));
static_assert(two_of_three("\xef\xbb\xbf"
                           "1,2,1\n",
                           {.header = false})
                  .are(1, 103));
static_assert(two_of_three("a,b,c\n 1 ,\t2, 0\n3\t, 4 ,2 \n").are(2, 210));
static_assert(two_of_three("a;b;c\n1;2;0\n3;4;2\n", {.separator = ';'}).are(2, 210));
static_assert(two_of_three("a\tb\tc\n1\t2\t0\n 3\t4\t2\n", {.separator = '\t'}).are(2, 210));
static_assert(two_of_three("a b c\n1 2 0\n3 4 2\n", {.separator = ' '}).are(2, 210));
static_assert(two_of_three("a,b,c\n\"1\",2,\"0\"\n3,\" 4 \", \"2\" \n").are(2, 210));
static_assert(two_of_three("'a\n,',b,c\n'1',2,0\n", {.quote = '\''}).are(1, 3));
static_assert(two_of_three("\"a\n,\"\"\",b,c\n1,2,0\n").are(1, 3));
static_assert(two_of_three("a,b,c\n-1.5,+2e1,1.0\n1e-1,.5,2\n").are(2, 318.5 + 0.6));
static_assert(two_of_three("c,a,b\n1,5,6\n2,7,8\n", {.target_column = 0}).are(2, 326));
static_assert(two_of_three("a,c,b\n5,1,6\n7,2,8\n", {.target_column = 1}).are(2, 326));
static_assert(two_of_three("").are(0, 0) && two_of_three("a,b,c\n").are(0, 0));
static_assert(two_of_three("1,2,0", {.header = false}).are(1, 3));

static_assert(two_of_three("a-b-c\n1-2-0\n3-4-2\n", {.separator = '-'}).are(2, 210));
static_assert(two_of_three("aebec\n1e2e0\n3e4e2\n", {.separator = 'e'}).are(2, 210));
static_assert(two_of_three("a,b,c\n515,2,0\n535,4,2\n", {.quote = '5'}).are(2, 210));
static_assert(two_of_three("a,b,c\n100,256,1\n9999,10,0\n1E2,-1E1,0\n").are(3, 10555));

// Names.
static_assert(two_of_three("a,b,c\n1,2,x\n3,4,\"z\"\n", {.classes = "x,y,z"}).are(2, 210));
static_assert(
    two_of_three("a,b,c\n1,2,\"y, \"\"y\"\"\"\n", {.classes = "x,\"y, \"\"y\"\"\",z"}).are(1, 103));
static_assert(contents<float, 1, 1>("a,b\n1,no\n2,yes\n", {.classes = "no,yes"}).are(2, 103));

// Numbers as the target.
static_assert(contents<float, 1, 1>("a,b\n1,0.5\n2,-1\n").are(2, -47));
static_assert(contents<double, 1, 2>("a,b,c\n1,7,2\n2,8,-1\n", {.one_hot = false}).are(2, 103));
static_assert(contents<double, 1, 2>("b,c,a\n7,2,1\n8,-1,2\n",
                                     {.one_hot = false, .target_column = 0})
                  .are(2, 103));
static_assert(contents<ctnn::dual<double>, 2, 3>("a,b,c\n1,2,0\n3,4,2\n").are(2, 210));

// Problems.
template <class Contents = two_of_three>
constexpr bool stops(text_view const& text, kinds kind, std::size_t row, std::size_t column,
                     text_view const& found, csv_format const& format = {}) {
    return Contents(text, format).problem == csv_problem{kind, row, column, found};
}

static_assert(stops("a,b,c\n1,2,0\n1,x,0\n", kinds::field_is_not_a_number, 3, 2, "x"));
static_assert(stops("1, 2y ,0", kinds::field_is_not_a_number, 1, 2, "2y", {.header = false}));
static_assert(stops("\"a\n\n\",b,c\n\n1,2,x\n", kinds::field_is_not_a_number, 3, 3, "x"));
static_assert(stops("a,b,c\n1,,0\n", kinds::field_is_empty, 2, 2, ""));
static_assert(stops("a,b,c\n1, \t,0\n", kinds::field_is_empty, 2, 2, ""));
static_assert(stops("a,b,c\n1,\"\",0\n", kinds::field_is_empty, 2, 2, ""));
static_assert(stops("a,b,c\n,2,0\n", kinds::field_is_empty, 2, 1, ""));
static_assert(stops("a,b,c\n1,2,\n", kinds::field_is_empty, 2, 3, ""));
static_assert(stops("a b c\n1  2 0\n", kinds::field_is_empty, 2, 2, "", {.separator = ' '}));
static_assert(stops("a,b,c\n1,2\n", kinds::row_has_too_few_columns, 2, 3, ""));
static_assert(stops("a,b,c\n1", kinds::row_has_too_few_columns, 2, 2, ""));
static_assert(stops("a,b,c\n1,2,0,9\n", kinds::row_has_too_many_columns, 2, 4, "9"));
static_assert(stops("a,b,c\n1,2,0,\n", kinds::row_has_too_many_columns, 2, 4, ""));
static_assert(stops("a,b,c\n1,2,3\n", kinds::class_is_unknown, 2, 3, "3"));
static_assert(stops("a,b,c\n1,2, -1\n", kinds::class_is_unknown, 2, 3, "-1"));
static_assert(stops("a,b,c\n1,2,0.5\n", kinds::class_is_unknown, 2, 3, "0.5"));
static_assert(stops("c,a,b\n9,1,2\n", kinds::class_is_unknown, 2, 1, "9", {.target_column = 0}));
static_assert(stops("a,b,c\n1,2,w\n", kinds::class_is_unknown, 2, 3, "w", {.classes = "x,y,z"}));
static_assert(stops("a,b,c\n1,2,X\n", kinds::class_is_unknown, 2, 3, "X", {.classes = "x,y,z"}));
static_assert(stops("a,b,c\n1,2,xx\n", kinds::class_is_unknown, 2, 3, "xx", {.classes = "x,y,z"}));
static_assert(stops("a,b,c\n1,nan,0\n", kinds::number_is_not_finite, 2, 2, "nan"));
static_assert(stops("a,b,c\n-inf,1,0\n", kinds::number_is_not_finite, 2, 1, "-inf"));
static_assert(stops("a,b,c\n1,2e308,0\n", kinds::number_is_too_large, 2, 2, "2e308"));
static_assert(stops<contents<float, 2, 3>>("a,b,c\n1,2e38,0\n1,2e39,0\n",
                                           kinds::number_is_too_large, 3, 2, "2e39"));
static_assert(stops("a,b,c\n1,\"2,0\n", kinds::quote_is_not_closed, 2, 2, "2,0\n"));
static_assert(stops("a,b,c\n1,2\",0\n", kinds::quote_is_inside_a_field, 2, 2, "2\""));
static_assert(stops("a,b,c\n1,\"2\"3,0\n", kinds::quote_is_inside_a_field, 2, 2, "2"));
static_assert(stops("", kinds::target_column_is_beyond_the_row, 0, 0, "", {.target_column = 3}));
static_assert(stops("", kinds::classes_do_not_fit_the_outputs, 0, 0, "", {.classes = "x,y"}));
static_assert(stops<contents<float, 1, 1>>("", kinds::classes_do_not_fit_the_outputs, 0, 0, "",
                                           {.classes = "x,y,z"}));
static_assert(two_of_three("a,b,c\n1,2,0\n1,x,0\n").rows == 1);

// Infinities and NaN may be asked for.
static_assert(two_of_three("a,b,c\n1,-inf,0\n", {.infinity_and_nan = true}).sum < -1e308);
static_assert(two_of_three("a,b,c\n1,1e999,0\n", {.infinity_and_nan = true}).sum > 1e308);

struct read_text {
    std::array<std::array<double, 3>, 6> numbers{};
    std::array<std::size_t, 6> targets{};
    bool ok = false;

    constexpr explicit read_text(csv_texts::text const& text) {
        csv_format const format{.header = text.header,
                                .separator = text.separator,
                                .quote = text.quote,
                                .target_column = text.target_column,
                                .classes = text.classes};
        ctnn::csv_reader<double, 3, 6> reader(text.text, format);
        decltype(reader)::sample one{};
        for (std::size_t row = 0; row < 6; ++row) {
            if (!reader.read(one))
                return;
            numbers[row] = one.input;
            for (std::size_t i = 0; i < 6; ++i)
                targets[row] += one.target[i] == 1 ? i : 0;
        }
        ok = !reader.read(one) && reader.ok();
    }

    constexpr bool is(csv_texts::text const& text) const {
        return ok && numbers == text.numbers && targets == text.targets;
    }
};

// In the compiler, the half of them.
constexpr bool all_are_read = [] {
    for (std::size_t i = 0; i < std::size(csv_texts::all); i += 2)
        if (!read_text(csv_texts::all[i]).is(csv_texts::all[i]))
            return false;
    return true;
}();
static_assert(all_are_read);

} // namespace

TEST_CASE("csv_reader: what Python's csv module writes is read as it was meant") {
    CHECK(std::size(csv_texts::all) == 48);
    for (auto const& text : csv_texts::all) {
        INFO(text.text.data());
        CHECK(read_text(text).is(text));
    }
}

TEST_CASE("csv_reader: no byte after the text is looked at") {
    // Each beginning of a text in memory of its own, so that a sanitizer sees a step too far.
    std::string const all = "a,b,c\r\n1, 2.5e1,\"0\"\r\n \r\n-3,4,x \"\n";
    int problems = 0;
    for (std::size_t size = 0; size <= all.size(); ++size) {
        auto const memory = std::string(all, 0, size);
        std::string const exact(memory.begin(), memory.end());
        char* const bytes = new char[size];
        for (std::size_t i = 0; i < size; ++i)
            bytes[i] = exact[i];
        two_of_three const read(text_view(bytes, size));
        problems += read.problem.kind != kinds::none ? 1 : 0;
        CHECK(read.rows <= 1);
        delete[] bytes;
    }
    CHECK(problems > 10);
}

TEST_CASE("csv_reader: after a problem it stays where it is") {
    ctnn::csv_reader<double, 2, 3> reader("a,b,c\n1,2,0\nx,2,0\n1,2,0\n");
    decltype(reader)::sample one{};
    CHECK(reader.row() == 2);
    CHECK(reader.read(one));
    CHECK(reader.row() == 3);
    CHECK_FALSE(reader.read(one));
    CHECK_FALSE(reader.read(one));
    CHECK_FALSE(reader.ok());
    CHECK(reader.problem().row == 3);
}
