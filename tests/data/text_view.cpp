#include <ctnn/data/text_view.hpp>

#include <string>
#include <type_traits>

#include "../catch.hpp"
#include "every_byte.hpp" // made by ctnn_embed
#include "nothing.hpp"    // made by ctnn_embed

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

static_assert(embedded::every_byte.size() == 352);
static_assert(embedded::every_byte[0] == '\0' && embedded::every_byte[255] == '\xff');
static_assert(nothing.size() == 0);

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
