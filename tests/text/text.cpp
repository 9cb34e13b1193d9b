#include <ctnn/network/network.hpp>
#include <ctnn/text/text.hpp>

#include <cstdio>
#include <cstring>
#include <ctnn/data/csv_problem.hpp>
#include <ctnn/layer/dense.hpp>
#include <ctnn/quantization/quantization_problem.hpp>
#include <ctnn/report/arithmetic.hpp>
#include <ctnn/report/summary.hpp>
#include <ctnn/training/training_problem.hpp>
#include <iomanip>
#include <sstream>
#include <string>
#include <string_view>
#include <type_traits>

#include "../catch.hpp"

namespace {

using namespace ctnn;

// All that hands out text hands out this.
template <class T>
constexpr bool has_message = std::is_same_v<decltype(T{}.message()), text>;
static_assert(has_message<training_problem> && has_message<quantization_problem> &&
              has_message<csv_problem>);
static_assert(std::is_same_v<decltype(arithmetic{}.message()), text>);
using model = network<float, input<2>, dense<1>>;
static_assert(std::is_same_v<decltype(summary<model>()), text>);

constexpr text message() {
    return text("a rate of 0");
}

// In constants.
constexpr std::string_view view = message();
static_assert(view == "a rate of 0" && view.size() == 11 && message().size() == 11);
static_assert(message() == "a rate of 0" && "a rate of 0" == message());
static_assert(message() != "a rate of 1" && message() != "a rate of" && message() != "");
static_assert(message() == view && view == message() && message() == message());
static_assert(message() != std::string_view("a rate") && !(std::string_view() == message()));
static_assert(message().c_str()[11] == '\0' && message()[0] == 'a');
static_assert(training_problem{}.message() == "the training has no problem");
constexpr std::string_view table = summary<model>();
static_assert(table.substr(0, 5) == "layer" && summary<model>().c_str()[table.size()] == '\0');

// A literal is compared with all that it holds, as a text_view takes it.
static_assert(text_view("a\0b", 3) == "a\0b" && text_view("a\0b", 3) != "a");

std::size_t size_of(std::string_view given) {
    return given.size();
}
std::size_t size_of_string(std::string const& given) {
    return given.size();
}
std::size_t size_of_c_string(char const* given) {
    return std::strlen(given);
}

template <class T>
concept is_message = requires(T const& one, std::string string, char const* c_string) {
    std::string(one);
    std::string{one};
    std::string_view(one);
    std::string_view{one};
    string = one;
    string += one;
    string.append(one);
    string.find(one);
    string == one;
    one == string;
    string != one;
    one == c_string;
    c_string == one;
    string + one;
    one + string;
    size_of(one);
    size_of_string(one);
};
static_assert(is_message<text> && is_message<text_view>);

// What is not NUL-terminated is no string of C.
static_assert(!std::is_convertible_v<text_view, char const*>);
static_assert(std::is_convertible_v<text, char const*>);

// As an argument of printf it is the pointer that it holds.
static_assert(sizeof(text) == sizeof(char const*) && std::is_trivially_copyable_v<text>);
static_assert(std::is_standard_layout_v<text>);

} // namespace

TEST_CASE("text is what functions of C, strings and views take", "[text]") {
    CHECK(size_of(message()) == 11);
    CHECK(size_of_string(message()) == 11);
    CHECK(size_of_c_string(message()) == 11);
    CHECK(std::strcmp(message().c_str(), "a rate of 0") == 0);
    CHECK(std::puts(message()) >= 0);
    char const* const pointer = message();
    CHECK(std::strcmp(pointer, "a rate of 0") == 0);

    std::string string = message();
    string += message();
    CHECK(string == "a rate of 0a rate of 0");
    CHECK("no: " + std::string("\"") + message() + "\"" == "no: \"a rate of 0\"");
    CHECK(message() + std::string("!") == "a rate of 0!");
    string = message();
    CHECK(string == message());
    CHECK(message() == string);

    auto named = message();
    CHECK(size_of_c_string(named) == 11);
    text const constant = message();
    CHECK(size_of_string(constant) == 11);
    CHECK(std::string(constant) == "a rate of 0");
    CHECK(constant == pointer);
    CHECK_FALSE(constant == "a rate of 1");
    char buffer[32] = "a rate of 0";
    CHECK(constant == buffer);
    char printed[32];
    CHECK(std::snprintf(printed, sizeof printed, "%s", message().c_str()) == 11);
    text_view const part = message();
    CHECK(part == message());
    CHECK(message() == part);
    CHECK(part != text("other"));
    named = text("other");
    CHECK(named == "other");
}

template <class Left, class Right>
concept ordered = requires(Left& left, Right& right) {
    left < right;
};
static_assert(!ordered<text, text> && !ordered<text const, text const>);
static_assert(!ordered<text, char const*> && !ordered<char const[4], text>);
static_assert(!ordered<text_view, text_view>);

TEST_CASE("text is compared with a buffer that has no NUL", "[text]") {
    char const five[5]{'h', 'e', 'l', 'l', 'o'};
    CHECK(text("hello") == five);
    CHECK_FALSE(text("hell") == five);
    CHECK_FALSE(text("hello!") == five);
    CHECK_FALSE(text("hallo") == five);
}

TEST_CASE("text is written to streams, with their width and fill", "[text]") {
    std::ostringstream all;
    all << message() << '|' << text_view("part of it", 4) << '|';
    CHECK(all.str() == "a rate of 0|part|");
    std::ostream& same = (all << message());
    CHECK(&same == &all);

    for (auto const adjust : {std::ios::left, std::ios::right, std::ios::fmtflags{}}) {
        std::ostringstream ours, theirs;
        ours.setf(adjust, std::ios::adjustfield);
        theirs.setf(adjust, std::ios::adjustfield);
        ours << std::setfill('.') << std::setw(14) << message() << std::setw(3) << message() << 1;
        theirs << std::setfill('.') << std::setw(14) << view << std::setw(3) << view << 1;
        CHECK(ours.str() == theirs.str());
    }
    CHECK((std::ostringstream() << text_view("abc")).good());
}
