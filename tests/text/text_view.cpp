#include <ctnn/text/embedded_literal.hpp>
#include <ctnn/text/text_view.hpp>

#include <array>
#include <ctnn/data/csv.hpp>
#include <ctnn/data/csv_rows.hpp>
#include <string>
#include <string_view>
#include <type_traits>

#include "../catch.hpp"
#include "every_byte.hpp"       // made by ctnn_embed
#include "every_byte_often.hpp" // made by ctnn_embed
#include "nothing.hpp"          // made by ctnn_embed

namespace {

using ctnn::text_view;

static_assert(text_view().size() == 0);
static_assert(text_view("").size() == 0);
static_assert(text_view("ab").size() == 2 && text_view("ab")[1] == 'b');
static_assert(text_view("a\0b").size() == 3 && text_view("a\0b")[2] == 'b');
static_assert(text_view("ab") == text_view("ab") && !(text_view("ab") == text_view("ac")));
static_assert(std::is_trivially_copyable_v<text_view>);
// Memory that is not a literal says how long its text is.
static_assert(!std::is_convertible_v<char const*, text_view>);

// A string may have its text where it lies; one that is a temporary would be gone.
static_assert(std::is_convertible_v<std::string_view, text_view>);
static_assert(std::is_convertible_v<std::string&, text_view>);
static_assert(std::is_convertible_v<std::string const&, text_view>);
static_assert(!std::is_constructible_v<text_view, std::string>);
static_assert(!std::is_constructible_v<text_view, std::string const>);
static_assert(!std::is_convertible_v<std::wstring&, text_view>);
static_assert(!std::is_convertible_v<std::array<char, 4>&, text_view>);
constexpr text_view of_a_view = std::string_view("a\0b", 3);
static_assert(of_a_view == text_view("a\0b") && of_a_view == std::string_view("a\0b", 3));

static_assert(embedded::every_byte.size() == 352);
static_assert(embedded::every_byte[0] == '\0' && embedded::every_byte[255] == '\xff');
static_assert(embedded::every_byte_often.size() == 35207 &&
              embedded::every_byte_often[35206] == 'd');
static_assert(nothing.size() == 0);

// The array, for what copies a file as a whole.
using every_byte_literal = ctnn::embedded_literal<embedded::every_byte>;
static_assert(every_byte_literal::is_known && sizeof(every_byte_literal::array) == 353);
static_assert(text_view(every_byte_literal::array) == embedded::every_byte);
static_assert(sizeof(ctnn::embedded_literal<nothing>::array) == 1);
static_assert(!ctnn::embedded_literal<of_a_view>::is_known);
struct two_words {
    std::array<char, 176> words[2];
    char end;
};
static_assert(__builtin_bit_cast(two_words, every_byte_literal::array).words[1][79] == '\xff');

} // namespace

TEST_CASE("text_view: equal where size and characters are") {
    std::string const memory = "ab";
    CHECK(text_view(memory.data(), memory.size()) == text_view("ab"));
    CHECK(text_view(memory.data(), 1) == text_view("a"));
    CHECK_FALSE(text_view("ab") == text_view("ac"));
    CHECK_FALSE(text_view("ab") == text_view("abc"));
    std::string all;
    for (char const c : text_view("xyz"))
        all += c;
    CHECK(all == "xyz");
}

TEST_CASE("ctnn_embed: every byte survives") {
    std::string expected;
    for (int byte = 0; byte < 256; ++byte)
        expected += static_cast<char>(byte);
    expected += R"x(??/ ??= )" R"(y)" \x41 \x79 \\ \n \0 1 "" ${a} @a@ [[;]] $<a>)x";
    expected += std::string("\r\n\0007\xc3\xa9\r\xe2\x82", 9);
    expected += "\n\nno line break at the end";
    std::string const embedded(embedded::every_byte.begin(), embedded::every_byte.end());
    CHECK(embedded == expected);
}

TEST_CASE("ctnn_embed: every byte of a longer file survives") {
    std::string const once(embedded::every_byte.begin(), embedded::every_byte.end());
    std::string expected;
    for (int copy = 0; copy < 100; ++copy)
        expected += once;
    expected += "the\nend";
    std::string const embedded(embedded::every_byte_often.begin(),
                               embedded::every_byte_often.end());
    CHECK(embedded == expected);
}

TEST_CASE("text_view: csv reads strings of the standard library") {
    std::string const text = "x,y\n1,10\n2,2z\n";
    auto const wrong = ctnn::csv<double, 1, 1, 5>(text);
    CHECK(wrong.size() == 1);
    CHECK(wrong.problem().found == std::string_view("2z"));
    CHECK(wrong.problem().found.data() == text.data() + 11);
    CHECK(ctnn::csv<double, 1, 1, 5>(std::string_view(text).substr(0, 9)).ok());
    CHECK(ctnn::csv_rows(text) == 2);
}
