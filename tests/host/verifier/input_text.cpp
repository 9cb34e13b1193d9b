#include <ctnn/host/detail/verifier/input_text.hpp>

#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <ctnn/host/detail/rational.hpp>
#include <ctnn/host/nnet.hpp>
#include <ctnn/host/prove_case.hpp>
#include <ctnn/host/vnnlib.hpp>
#include <ctnn/layer/dense.hpp>
#include <ctnn/network/network.hpp>
#include <ctnn/number/next_above.hpp>
#include <ctnn/number/next_below.hpp>
#include <random>
#include <string>
#include <type_traits>

#include "../../catch.hpp"

namespace {

namespace host = ctnn::host;
using namespace host::detail;

rational number(std::string const& text) {
    rational value;
    REQUIRE(read_number(text, value) == number_kind::number);
    return value;
}
// What an exact reader says of a printed number.
bool is_within(std::string const& text, std::string const& low, std::string const& high) {
    return !(number(text) < number(low)) && !(number(high) < number(text));
}
host::vnnlib_case case_of(std::string const& low, std::string const& high,
                          std::string const& output = "(>= Y_0 0)") {
    auto const read =
        host::read_vnnlib("(declare-const X_0 Real)(declare-const Y_0 Real)(assert (<= " + low +
                          " X_0 " + high + "))(assert " + output + ")");
    INFO(read.problem.message());
    REQUIRE(!read.problem);
    return read.property.cases[0];
}

} // namespace

TEST_CASE("doubles are written so that they are read back", "[host]") {
    // (0x1.99999ap-4 is a tenth as a float)
    CHECK(shortest_text(0.1) == "0.1");
    CHECK(shortest_text(0x1.99999ap-4) == "0.10000000149011612");
    CHECK(shortest_text(-2) == "-2");
    CHECK(exact_text(0x1.99999ap-4) == "0.100000001490116119384765625");
    CHECK(exact_text(0.5) == "0.5");
    std::mt19937_64 draw(1);
    for (int k = 0; k < 2000; ++k) {
        double const x =
            std::ldexp(static_cast<double>(draw() >> 11), static_cast<int>(draw() % 2000) - 1060);
        enclosure back;
        for (auto const& text : {shortest_text(-x), exact_text(-x)}) {
            REQUIRE(read_number(text, back) == number_kind::number);
            CHECK(back.low <= -x);
            CHECK(back.high >= -x);
        }
        CHECK(back.is_exact());
        CHECK(std::strtod(shortest_text(x).c_str(), nullptr) == x);
    }
    CHECK(lies_between("0.1", 0x1.999999999999ap-4, 1) == false); // the double above a tenth
    CHECK(lies_between("0.1", ctnn::number::next_below(0x1.999999999999ap-4), 1));
    CHECK(lies_between("0.5", 0.5, 0.5));
    CHECK_FALSE(lies_between("a", 0, 1));
}

TEST_CASE("an input is told as a decimal that lies in the box of the text", "[host]") {
    // The shortest decimals of these floats, as doubles, lie below and above; all of their digits do not.
    struct {
        char const* low;
        char const* high;
        float x;
        char const* text;
    } const some[] = {
        {"0", "1", 0.5f, "0.5"},
        {"0.05", "0.1", 0x1.999998p-4f, "0.09999999403953552"},
        {"0", "0.100000001490116119384765625", 0.1f, "0.100000001490116119384765625"},
        {"-0.100000001490116119384765625", "1", -0.1f, "-0.100000001490116119384765625"},
        {"0.1", "0.1", 0.1f, "0.1"},
        {"0.1", "0.1", 0x1.999998p-4f, "0.1"},
        {"-0.1", "-0.1", -0.1f, "-0.1"},
        {"0.1", "0.10000000000000000001", 0.1f, "0.1"},
        {"(/ 1 3)", "0.3333333333333333333334", 0x1.555556p-2f, "0.3333333333333333333334"},
        {"0.1", "0.1000000001", 0.1f, "0.1000000001"}, // (several doubles, no float)
    };
    for (auto const& one : some) {
        auto const box = case_of(one.low, one.high);
        auto const told = text_between_ends(box, 0, static_cast<double>(one.x));
        CAPTURE(one.low, one.high);
        CHECK(told.is_true);
        if (one.low[0] != '(')
            CHECK(is_within(told.text, one.low, one.high));
        if (std::string(one.high) != "0.1000000001")
            CHECK(told.text == one.text);
    }
    // No decimal is a third.
    auto const third = text_between_ends(case_of("(/ 1 3)", "(/ 1 3)"), 0, 1.0 / 3);
    CHECK_FALSE(third.is_true);
}

TEST_CASE("every counterexample is one where its decimals are read exactly", "[host]") {
    using line = ctnn::network<float, ctnn::input<1>, ctnn::dense<1>>;
    line const same{{{{1}}, {0}}};
    std::mt19937 draw(5);
    int violated = 0, between = 0;
    for (int k = 0; k < 300; ++k) {
        // Boxes of a few floats, some of none, around decimals of eight digits.
        std::uint_fast32_t const from = 10'000'000 + draw() % 80'000'000;
        std::uint_fast32_t const size = draw() % 3 == 0 ? 0 : draw() % 30;
        std::string const low = "0." + std::to_string(from),
                          high = "0." + std::to_string(from + size);
        std::string const limit = size == 0 ? "0.01" : low;
        auto const one = case_of(low, high, "(>= Y_0 " + limit + ")");
        auto const found = host::prove_case(same, one, {});
        if (!found.violated())
            continue;
        ++violated;
        auto const x = found.verdict.counterexample[0];
        auto const told = text_between_ends(one, 0, static_cast<double>(x));
        CHECK(told.is_true);
        CHECK(is_within(told.text, low, high));
        // Who reads it as a float gets an input of which the network computes such an output.
        float const read = static_cast<float>(std::strtod(told.text.c_str(), nullptr));
        CHECK(static_cast<double>(same({read})[0]) >= number(limit).enclosed().high);
        between += one.inside<float, 1>().lower[0] > one.inside<float, 1>().upper[0];
    }
    CHECK(violated > 100);
    CHECK(between > 10);
}

TEMPLATE_TEST_CASE("raw inputs lie in the raw box, and are scaled to the input", "[host]", float,
                   double) {
    using scalar = TestType;
    constexpr bool is_float = std::is_same_v<scalar, float>;
    std::mt19937 draw(7);
    int short_ones = 0, scaled_to_it = 0, rounded = 0;
    for (int k = 0; k < 500; ++k) {
        host::nnet file;
        file.means = {{}}, file.ranges = {{}};
        std::string const mean =
            std::to_string(draw() % 20'000) + "." + std::to_string(draw() % 1000);
        std::string const range =
            std::to_string(1 + draw() % 60'000) + "." + std::to_string(draw() % 100'000);
        // (by these, also doubles are scaled exactly)
        bool const is_exact = k % 2 == 0;
        read_number(is_exact ? "-3" : mean, file.means[0]);
        read_number(is_exact ? "0.5" : range, file.ranges[0]);
        auto const from = draw() % 50'000;
        std::string const low = std::to_string(from) + "." + std::to_string(draw()),
                          high = std::to_string(from + 1 + draw() % 2000) + "." +
                                 std::to_string(draw());
        auto const raw = case_of(low, high);
        auto const scaled = file.scaled(raw);
        auto const inside = scaled.template inside<scalar, 1>();
        REQUIRE(inside.lower[0] <= inside.upper[0]);
        scalar const least = inside.lower[0], most = inside.upper[0];
        for (scalar const x :
             {least, most, ctnn::number::next_above(least),
              static_cast<scalar>(static_cast<float>(least + (most - least) / 2))}) {
            if (!(least <= x && x <= most))
                continue;
            auto const told = raw_input_text(file, raw, scaled, 0, x);
            CAPTURE(mean, range, low, high, is_exact, told.text);
            CHECK(is_within(told.text, low, high));
            CHECK((told.is_true || !is_float));
            ++(told.is_true ? scaled_to_it : rounded);
            if (!told.is_true)
                continue;
            auto const back = ((number(told.text) + -number(is_exact ? "-3" : mean)) /
                               number(is_exact ? "0.5" : range))
                                  .enclosed();
            CHECK(static_cast<scalar>(back.low) == x);
            CHECK(static_cast<scalar>(back.high) == x);
            short_ones += told.text.size() < 12;
        }
    }
    CHECK(short_ones > (is_float ? 100 : 10));
    CHECK(scaled_to_it > 200);
    CHECK((rounded > 200 || is_float));
}
