// Texts and formats that would be read as something else than they mean: each is told.
#include <ctnn/data/csv_reader.hpp>

#include <array>
#include <cstddef>
#include <ctnn/data/csv.hpp>
#include <ctnn/data/csv_rows.hpp>
#include <ctnn/number/dual.hpp>
#include <ctnn/number/fixed_point.hpp>
#include <limits>

#include "../catch.hpp"

namespace {

using ctnn::csv_format;
using ctnn::csv_problem;
using ctnn::fixed_point;
using ctnn::text_view;
using kinds = csv_problem::kinds;

// The same problem from csv_reader and csv.
template <class Scalar = double, std::size_t Inputs = 2, std::size_t Outputs = 2>
constexpr csv_problem problem_of(text_view const& text, csv_format const& format = {}) {
    ctnn::csv_reader<Scalar, Inputs, Outputs> reader(text, format);
    typename decltype(reader)::sample one{};
    while (reader.read(one)) {
    }
    return reader.problem();
}
template <class Scalar = double, std::size_t Inputs = 2, std::size_t Outputs = 2>
constexpr bool stops(text_view const& text, kinds kind, std::size_t row, std::size_t column,
                     text_view const& found, csv_format const& format = {}) {
    return problem_of<Scalar, Inputs, Outputs>(text, format) ==
           csv_problem{kind, row, column, found};
}
template <class Scalar = double, std::size_t Inputs = 2, std::size_t Outputs = 2>
constexpr bool is_read(text_view const& text, csv_format const& format = {}) {
    return problem_of<Scalar, Inputs, Outputs>(text, format) == csv_problem{};
}

// --- Headers that would swallow rows --------------------------------------------------------------------------

static_assert(stops("len 5\",w,class\n1,2,0\n3,4,1\n5,6,0\n7\",8,1\n9,10,1\n",
                    kinds::quote_is_inside_a_field, 1, 1, "len 5\""));
static_assert(stops("a,\"b\" c,class\n1,2,0\n", kinds::quote_is_inside_a_field, 1, 2, "b"));
static_assert(stops("a,b,\"class\n1,2,0\n", kinds::quote_is_not_closed, 1, 3, "class\n1,2,0\n"));
static_assert(stops("\n\n\"a,b,c\n1,2,0\n7\",8,1\n9,10,1\n", kinds::quote_is_not_closed, 3, 1,
                    "a,b,c\n1,2,0\n7"));
static_assert(stops("\"a,b,c\n7\",8,1\n9,10,1\n", kinds::quote_is_not_closed, 1, 1, "a,b,c\n7"));
static_assert(stops<double, 1>("x,\"class\n1,5\"\n3,0\n", kinds::quote_is_not_closed, 1, 2,
                               "class\n1,5"));
static_assert(stops("\"a,b,c\n7\",8,no\n9,10,yes\n", kinds::quote_is_not_closed, 1, 1, "a,b,c\n7",
                    {.classes = "no,yes"}));
static_assert(is_read("\"length\n(cm)\",w,class\n1,2,0\n"));
static_assert(is_read("\"length\n5, 6\",w,class\n1,2,0\n"));
static_assert(is_read("\"length\n1\n(cm)\",w,class\n1,2,0\n"));
static_assert(is_read("\"a \"\"b\"\"\",\"b\nc\n\n\",class\n1,2,0\n"));

// --- Headers that are none --------------------------------------------------------------------------------------

static_assert(stops("1,2,0\n3,4,1\n", kinds::header_is_a_row_of_data, 1, 1, "1"));
static_assert(stops("\n\"1.5\",-2e3, 7 \n3,4,1\n", kinds::header_is_a_row_of_data, 2, 1, "1.5"));
static_assert(stops("1e999,2,0", kinds::header_is_a_row_of_data, 1, 1, "1e999"));
static_assert(stops("1,2,0", kinds::header_is_a_row_of_data, 1, 1, "1"));
static_assert(stops("1,2,no\n3,4,yes\n", kinds::header_is_a_row_of_data, 1, 1, "1",
                    {.classes = "no,yes"}));
static_assert(stops("\"no\";1,5;2\nyes;3;4\n", kinds::header_is_a_row_of_data, 1, 1, "no",
                    {.separator = ';', .target_column = 0, .classes = "no;yes", .decimal = ','}));
static_assert(stops<double, 1, 1>("1,10\n2,20\n", kinds::header_is_a_row_of_data, 1, 1, "1"));
static_assert(is_read("1,2,0\n3,4,1\n", {.header = false}));
static_assert(is_read("nan,inf,0\n3,4,1\n")); // may be names
static_assert(is_read(",,\n3,4,1\n"));
// With infinities and NaNs as data.
static_assert(stops("nan,1,0\n2,3,1\n", kinds::header_is_a_row_of_data, 1, 1, "nan",
                    {.infinity_and_nan = true}));
static_assert(stops("1,-inf,0\n2,3,1\n", kinds::header_is_a_row_of_data, 1, 1, "1",
                    {.infinity_and_nan = true}));
static_assert(stops("nan,inf,0\n2,3,1\n", kinds::header_is_a_row_of_data, 1, 1, "nan",
                    {.infinity_and_nan = true}));
static_assert(stops("\"a,b,c\nnan,2,0\n7\",x,y\n9,10,1\n", kinds::quote_is_not_closed, 1, 1,
                    "a,b,c\nnan,2,0\n7", {.infinity_and_nan = true}));
static_assert(is_read("nan,inf,c\n2,3,1\n", {.infinity_and_nan = true}));
// One number among the inputs is enough.
static_assert(stops("1,2,maybe\n3,4,1\n", kinds::header_is_a_row_of_data, 1, 1, "1"));
static_assert(stops("no,2,yes\n3,4,no\n", kinds::header_is_a_row_of_data, 1, 2, "2",
                    {.classes = "no,yes"}));
static_assert(stops("inf,1,0\n2,3,1\n", kinds::header_is_a_row_of_data, 1, 2, "1"));
static_assert(stops("NA,1,0\n2,3,1\n", kinds::header_is_a_row_of_data, 1, 2, "1"));
static_assert(stops(",1,0\n2,3,1\n", kinds::header_is_a_row_of_data, 1, 2, "1"));
static_assert(stops("a,1e999,0\n2,3,1\n", kinds::header_is_a_row_of_data, 1, 2, "1e999"));
static_assert(stops("1,2,Yess\n2,3,no\n", kinds::header_is_a_row_of_data, 1, 1, "1",
                    {.classes = "no,yes"}));
static_assert(stops("Yess,x,2\nno,2,3\n", kinds::header_is_a_row_of_data, 1, 3, "2",
                    {.target_column = 0, .classes = "no,yes"}));
static_assert(stops("2020,2021,class\n2,3,1\n", kinds::header_is_a_row_of_data, 1, 1, "2020"));
static_assert(stops("\"2020\",2021,class\n2,3,1\n", kinds::header_is_a_row_of_data, 1, 2, "2021"));
// A number elsewhere is not: it may be the name of the target, or one column too many.
static_assert(is_read("a,b,2020\n2,3,1\n"));
static_assert(is_read("a,2020,2021,b\n1,2,3,4\n", {.one_hot = false, .target_column = 1}));
static_assert(stops("a,2020,2021,2\n1,2,3,4\n", kinds::header_is_a_row_of_data, 1, 4, "2",
                    {.one_hot = false, .target_column = 1}));
static_assert(stops("a,b,class,2020\n2,3,1\n", kinds::row_has_too_many_columns, 1, 4, "2020"));
// Quotes make a name of a number, but not where all numbers have them.
static_assert(is_read("\"2020\",\"2021\",\"2022\"\n2,3,1\n"));
static_assert(is_read("\"2020\",\"2021\",class\n\n2,3,\"no\"\n", {.classes = "no,yes"}));
static_assert(is_read("\"a\n1\",\"2\",\"3\"\n2,3,1\n"));
static_assert(stops("\"1\",\"2\",\"0\"\n\n\"3\",\"4\",\"1\"\n", kinds::header_is_a_row_of_data, 1,
                    1, "1"));
static_assert(stops("\"NA\",\"2\",\"0\"\r\n\"3\",\"4\",\"1\"\r\n", kinds::header_is_a_row_of_data,
                    1, 2, "2"));
static_assert(stops("\"1\",\"2\",\"0\"\n", kinds::header_is_a_row_of_data, 1, 1, "1"));
static_assert(stops("\"a,b,c\n7\",\"8\",\"1\"\n\"9\",\"2\",\"0\"\n", kinds::header_is_a_row_of_data,
                    1, 2, "8"));
static_assert(stops("a,class\n1,2,0\n", kinds::row_has_too_few_columns, 1, 3, ""));
static_assert(stops("a,b,c,d,class\n1,2,0\n", kinds::row_has_too_many_columns, 1, 4, "d"));
static_assert(stops("Table 1\n1,2,0\n", kinds::row_has_too_few_columns, 1, 2, ""));

// --- Line ends ----------------------------------------------------------------------------------------------------

static_assert(stops("a,b,c\r1,2,0\r3,4,1\r", kinds::carriage_return_is_alone, 1, 3, "c\r1"));
static_assert(stops("1,2,0\r3,4,1\r", kinds::carriage_return_is_alone, 1, 3, "0\r3",
                    {.header = false}));
static_assert(stops("a,b,c\r\r\n1,2,0\r\r\n", kinds::carriage_return_is_alone, 1, 3, "c\r"));
static_assert(stops("a,b,c\r\n1,2,0\r\r\n", kinds::carriage_return_is_alone, 2, 3, "0\r"));
static_assert(stops("a,b,c\n\r\r\n1,2,0\n", kinds::carriage_return_is_alone, 2, 1, "\r"));
static_assert(stops("a,b,c\n1,2,\"0\"\r\r\n", kinds::carriage_return_is_alone, 2, 3, "0"));
static_assert(stops("a,b,c\n1\r,2,0\n", kinds::carriage_return_is_alone, 2, 1, "1\r"));
static_assert(is_read("a,b,\"c\rd\"\r\n1,2,0\r\n"));

// --- Numbers beyond the format's ---------------------------------------------------------------------------------

template <class Scalar>
constexpr bool is_too_large(text_view const& number, csv_format format = {}) {
    format.header = false;
    csv_problem const found = problem_of<Scalar, 1, 1>(number, format);
    return found.kind == kinds::number_is_too_large && found.row == 1 && found.column == 1;
}
template <class Scalar>
constexpr bool fits(text_view const& row) {
    return is_read<Scalar, 1, 1>(row, {.header = false});
}
using q3_12 = fixed_point<3, 12>;
static_assert(is_too_large<q3_12>("100,1") && is_too_large<q3_12>("-100,1") &&
              is_too_large<q3_12>("8,1") && is_too_large<q3_12>("-8.0002,1") &&
              is_too_large<q3_12>("7.9998779296875,1") && fits<q3_12>("7.9998779296874,1") &&
              fits<q3_12>("-8,1") && fits<q3_12>("-8.0001220703125,1") &&
              is_too_large<q3_12>("-8.0001220703126,1") && is_too_large<q3_12>("1e400,1") &&
              is_too_large<q3_12>("-1e400,1"));
static_assert(is_too_large<fixed_point<1, 6>>("2,1") && fits<fixed_point<1, 6>>("-2,1.99") &&
              is_too_large<fixed_point<1, 6>>("-2.01,1"));
static_assert(is_too_large<fixed_point<1, 30>>("1.9999999997,1") &&
              fits<fixed_point<1, 30>>("1.999999999,-2") &&
              is_too_large<fixed_point<1, 30>>("-2.000000001,1"));
static_assert(is_too_large<q3_12>("100,1", {.infinity_and_nan = true}));
// A target as well, and what is no number of this kind.
static_assert(stops<q3_12, 1, 1>("a,b\n1,100\n", kinds::number_is_too_large, 2, 2, "100"));
static_assert(stops<q3_12, 1, 1>("a,b\nnan,1\n", kinds::number_is_not_finite, 2, 1, "nan",
                                 {.infinity_and_nan = true}));
static_assert(is_too_large<ctnn::dual<float>>("1e39,1") && fits<ctnn::dual<float>>("1e38,1") &&
              is_too_large<double>("1e400,1") && is_too_large<float>("1e39,1"));
static_assert(fits<double>("1e-400,1") && fits<double>("1e308,1"));

// --- Formats that can not be meant --------------------------------------------------------------------------------

constexpr bool clash(csv_format const& format) {
    return stops("a,b,c\n1,2,0\n", kinds::characters_of_the_format_clash, 0, 0, "", format);
}
static_assert(clash({.separator = '"'}) && clash({.quote = ','}) && clash({.separator = '\n'}) &&
              clash({.separator = '\r'}) && clash({.quote = '\n'}) && clash({.quote = '\r'}) &&
              clash({.quote = ' '}) && clash({.quote = '\t'}) && clash({.separator = '.'}) &&
              clash({.quote = '.'}) && clash({.decimal = ','}) && clash({.decimal = '"'}) &&
              clash({.separator = ';', .decimal = ';'}) && clash({.decimal = '1'}) &&
              clash({.decimal = '\''}) && clash({.decimal = '\0'}));
static_assert(stops("a,b,c\n", kinds::class_is_named_twice, 0, 2, "x", {.classes = "x,x"}));
static_assert(stops<double, 2, 3>("a,b,c\n", kinds::class_is_named_twice, 0, 3, "x",
                                  {.classes = "x,y,\"x\""}));
static_assert(stops<double, 2, 1>("a,b,c\n", kinds::class_is_named_twice, 0, 2, "x",
                                  {.classes = "x, x "}));
static_assert(stops("a,b,c\n", kinds::field_is_empty, 0, 1, "", {.classes = ",x"}));
static_assert(stops("a,b,c\n", kinds::quote_is_not_closed, 0, 2, "y", {.classes = "x,\"y"}));
static_assert(stops("a,b,c\n", kinds::quote_is_inside_a_field, 0, 1, "x\"", {.classes = "x\",y"}));
static_assert(stops("a,b,c\n", kinds::classes_do_not_fit_the_outputs, 0, 0, "",
                    {.classes = "x,y\nz"}));
static_assert(stops("a,b,c,d\n", kinds::classes_do_not_fit_the_outputs, 0, 0, "",
                    {.one_hot = false, .classes = "x,y"}));
static_assert(is_read("a,b,c\n1,2,\n", {.classes = "x,\"\"\n"}) ==
              false); // an empty field is no name without quotes
static_assert(is_read("a,b,c\n1,2,\"\"\n", {.classes = "x,\"\"\n"}));

// --- Decimal commas -----------------------------------------------------------------------------------------------

template <class Scalar, std::size_t Size>
constexpr bool reads(text_view const& text, std::array<Scalar, Size> const& numbers,
                     csv_format const& format) {
    ctnn::csv_reader<Scalar, Size, 1> reader(text, format);
    typename decltype(reader)::sample one{};
    return reader.read(one) && one.input == numbers && !reader.read(one) && reader.ok();
}
constexpr csv_format european{.header = false, .separator = ';', .decimal = ','};
static_assert(reads("1,5;-0,25;,5;1;2,5e3; 3,25 ;0\n",
                    std::array{1.5, -0.25, 0.5, 1.0, 2500.0, 3.25}, european));
static_assert(reads("0,1;1234567890123456789,0123;12345678901234567890,5;1",
                    std::array{0.1, 1234567890123456789.0123, 12345678901234567890.5}, european));
static_assert(reads("0,1;1\n", std::array{0.1F}, european));
static_assert(reads("\"0,1\";1\n", std::array{fixed_point<3, 12>(0.1)}, european));
static_assert(reads("1,5.2,5.1\n", std::array{1.5, 2.5},
                    {.header = false, .separator = '.', .decimal = ','}));
static_assert(stops<double, 1, 1>("1.5;1\n", kinds::field_is_not_a_number, 1, 1, "1.5", european));
static_assert(stops<double, 1, 1>("1,000,5;1\n", kinds::field_is_not_a_number, 1, 1, "1,000,5",
                                  european));
static_assert(stops<double, 1, 1>("1,5;1\n", kinds::field_is_not_a_number, 1, 1, "1,5",
                                  {.header = false, .separator = ';'}));

// --- Other texts --------------------------------------------------------------------------------------------------

static_assert(stops({"\xff\xfe"
                     "a\0,\0b\0,\0c\0\n\0",
                     14},
                    kinds::text_is_in_utf_16, 1, 1, ""));
static_assert(stops({"\xfe\xff"
                     "\0a\0\n",
                     6},
                    kinds::text_is_in_utf_16, 1, 1, "", {.header = false}));
static_assert(stops("a,b,c\n0x10,2,0\n", kinds::field_is_not_a_number, 2, 1, "0x10"));
static_assert(stops("a,b,c\n1_000,2,0\n", kinds::field_is_not_a_number, 2, 1, "1_000"));
static_assert(stops("a,b,c\n1 000,2,0\n", kinds::field_is_not_a_number, 2, 1, "1 000"));
static_assert(stops("\xef\xbb\xbf"
                    "1,2,0\n3,4,1\n",
                    kinds::header_is_a_row_of_data, 1, 1, "1"));
static_assert(stops("\xef\xbb\xbf"
                    "\xef\xbb\xbf"
                    "1,2,0\n",
                    kinds::field_is_not_a_number, 1, 1,
                    "\xef\xbb\xbf"
                    "1",
                    {.header = false}));

} // namespace

TEST_CASE("csv: what is wrong before the data is told, and no row is read") {
    auto const wrong = ctnn::csv<double, 2, 2, 9>("1,2,0\n3,4,1\n");
    CHECK(wrong.problem() == csv_problem{kinds::header_is_a_row_of_data, 1, 1, "1"});
    CHECK(wrong.size() == 0);
    auto const nan = ctnn::csv<float, 2, 2, 20>("nan,1,0\n2,3,1\n", {.infinity_and_nan = true});
    CHECK(nan.problem() == csv_problem{kinds::header_is_a_row_of_data, 1, 1, "nan"});
    CHECK(nan.size() == 0);
    auto const typo = ctnn::csv<float, 2, 2, 20>("1,2,Yess\n2,3,no\n", {.classes = "no,yes"});
    CHECK(typo.problem() == csv_problem{kinds::header_is_a_row_of_data, 1, 1, "1"});
    CHECK(typo.size() == 0);
    text_view const macintosh = "a,b,c\r1,2,0\r";
    constexpr std::size_t rows = ctnn::csv_rows("a,b,c\r1,2,0\r");
    auto const none = ctnn::csv<double, 2, 2, rows>(macintosh);
    CHECK(none.problem().kind == kinds::carriage_return_is_alone);
    ctnn::csv_reader<double, 2, 2> reader(macintosh);
    decltype(reader)::sample one{};
    CHECK_FALSE(reader.read(one));
    CHECK_FALSE(reader.ok());
}
