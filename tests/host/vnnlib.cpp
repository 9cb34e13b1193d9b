#include <ctnn/host/vnnlib.hpp>

#include <array>
#include <cstddef>
#include <ctnn/number/next_below.hpp>
#include <functional>
#include <limits>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "../catch.hpp"

namespace {

namespace host = ctnn::host;
using host::detail::enclosure;

std::string const head = "; two inputs, two outputs\n"
                         "(declare-const X_0 Real)\n(declare-const X_1 Real)\n"
                         "(declare-const Y_0 Real)\n(declare-const Y_1 Real)\n";
std::string const bounds = "(assert (>= X_0 -1))(assert (<= X_0 1))\n"
                           "(assert (>= X_1 0.25))(assert (<= X_1 0.25))\n";

host::vnnlib read(std::string const& text) {
    auto const result = host::read_vnnlib(text);
    INFO(result.problem.message());
    REQUIRE(!result.problem);
    return result.property;
}

} // namespace

TEST_CASE("a property in VNN-LIB is the negation of its counterexamples", "[host]") {
    auto const property = read(head + bounds + "(assert (<= Y_0 (+ Y_1 1.5)))");
    CHECK(property.inputs == 2);
    CHECK(property.outputs == 2);
    REQUIRE(property.cases.size() == 1);
    auto const& one = property.cases[0];
    CHECK((one.inputs<float, 2>() == ctnn::box<float, 2>{{-1, 0.25f}, {1, 0.25f}}));
    // y_0 - y_1 - 1.5 > 0 is to be proven; equality is a counterexample, and so is all below.
    auto const wanted = one.wanted<2>();
    REQUIRE(wanted.rows.size() == 1);
    REQUIRE(wanted.rows[0].size() == 1);
    CHECK((wanted.rows[0][0].coefficients == std::array{1.0, -1.0}));
    CHECK(wanted.rows[0][0].constant == -1.5);
    CHECK(one.is_violated_by(std::array{1.0f, 0.0f}));
    CHECK_FALSE(one.is_violated_by(std::array{2.0f, 0.0f}));
    auto const order = read(head + bounds + "(assert (>= Y_0 Y_1))").cases[0];
    CHECK(order.is_violated_by(std::array{1.0f, 1.0f}));
    CHECK_FALSE(order.is_violated_by(std::array{1.0f, 1.0000001f}));
    float const no_number = std::numeric_limits<float>::quiet_NaN();
    CHECK_FALSE(order.is_violated_by(std::array{no_number, 1.0f}));
    CHECK_FALSE(order.wanted<2>().margin_of(std::array{no_number, 1.0f}) > 0);
}

TEST_CASE("boxes of floats enclose those of decimals", "[host]") {
    auto const one = read(head + "(assert (>= X_0 0.1))(assert (<= X_0 0.1))"
                                 "(assert (>= X_1 (/ 1 3)))(assert (<= X_1 (/ (- 2) (- 6))))"
                                 "(assert (<= Y_0 0.1))")
                         .cases[0];
    auto const in = one.inputs<float, 2>();
    CHECK(in.lower[0] == 0x1.999998p-4f); // those next to a tenth
    CHECK(in.upper[0] == 0x1.99999ap-4f);
    CHECK(in.lower[1] == 0x1.555554p-2f);
    CHECK(in.upper[1] == 0x1.555556p-2f);
    auto const fine = one.inputs<double, 2>();
    CHECK(fine.lower[0] == ctnn::number::next_below(0.1));
    CHECK(fine.upper[0] == 0.1);
    CHECK(fine.lower[1] == 0x1.5555555555555p-2);
    CHECK(fine.upper[1] == 0x1.5555555555556p-2);
    // No float and no double is a tenth or a third.
    auto const inside = one.inside<float, 2>();
    CHECK(inside.lower[0] > inside.upper[0]);
    CHECK(one.inside<double, 2>().lower[1] > one.inside<double, 2>().upper[1]);
    // 0.1 as a double is above a tenth, and the one before it below.
    CHECK(one.wanted<2>().margin_of(std::array{0.1, 0.0}) > 0);
    CHECK_FALSE(one.is_violated_by(std::array{0.1, 0.0}));
    double const before = ctnn::number::next_below(0.1);
    CHECK(one.wanted<2>().is_violated_by(std::array{before, 0.0}));
    CHECK(one.is_violated_by(std::array{before, 0.0}));
}

TEST_CASE("terms are linear functions", "[host]") {
    auto const one =
        read(head + bounds +
             "(assert (<= (+ (* 2 Y_0) (- Y_1) (* (- 3 1) (/ Y_0 4)) 1) (- 2 Y_1 (* 0.5 3))))")
            .cases[0];
    // 2.5 y_0 - y_1 + 1 <= 0.5 - y_1 is y_0 + 0.2 <= 0
    CHECK(one.rows[0][0].coefficients == std::vector{1.0, 0.0});
    CHECK((one.rows[0][0].constant == enclosure{0x1.9999999999999p-3, 0x1.999999999999ap-3}));
    auto const in = read(head + "(assert (<= (* -2 X_0) 1))(assert (<= (+ X_0 1) 4))"
                                "(assert (<= 0 X_1))(assert (>= 2 X_1))(assert (>= Y_0 0))")
                        .cases[0]
                        .inputs<float, 2>();
    CHECK((in == ctnn::box<float, 2>{{-0.5f, 0}, {3, 2}}));
}

TEST_CASE("cases of one box are one problem, and empty boxes none", "[host]") {
    auto const property =
        read(head + bounds +
             "(assert (or (and (<= Y_0 0) (<= Y_1 0)) (>= Y_0 5) (and (>= X_0 3) (<= Y_0 0))))");
    REQUIRE(property.cases.size() == 1);
    REQUIRE(property.cases[0].rows.size() == 2);
    CHECK(property.cases[0].rows[0].size() == 2);
    CHECK(property.cases[0].rows[1].size() == 1);
    auto const boxes =
        read(head + "(assert (or (and (>= X_0 0) (<= X_0 1)) (and (>= X_0 5) (<= X_0 6))))"
                    "(assert (>= X_1 0)) (assert (<= X_1 1)) (assert (>= Y_0 5))");
    REQUIRE(boxes.cases.size() == 2);
    CHECK(boxes.cases[1].inputs<float, 2>().lower[0] == 5);
}

TEST_CASE("boxes that no double tells apart are told apart, and what lies between is kept",
          "[host]") {
    auto const property = read(
        head + "(assert (<= 0 X_1 1))(assert (or (and (<= 0.1 X_0 0.1) (<= Y_0 0))"
               "(and (<= 0.10000000000000000001 X_0 0.10000000000000000001) (<= Y_1 0))"
               "(and (<= (/ 1 7) X_0 0.142857142857142857143) (<= Y_1 0))"
               "(and (<= 0.1 X_0) (>= 0.100 X_0) (<= Y_1 0)) (and (<= 0.1 X_0 0.1) (<= Y_0 7))"
               "(and (<= (/ 1 7) X_0 (/ 1 7)) (<= Y_1 0)) (and (<= 0.1 X_0 0.5) (<= Y_1 0))))");
    auto const& cases = property.cases;
    REQUIRE(cases.size() == 6);
    CHECK(cases[0].lower[0] == cases[1].lower[0]);
    using decimals = std::vector<std::pair<std::size_t, std::string>>;
    CHECK(cases[0].between == decimals{{0, "0.1"}});
    CHECK(cases[1].between == decimals{{0, "0.10000000000000000001"}});
    CHECK(cases[2].between == decimals{{0, "0.142857142857142857143"}});
    CHECK(cases[3].between == decimals{{0, "0.1"}});
    CHECK(cases[3].rows.size() == 2); // 0.1 and 0.100 are the same number
    CHECK(cases[4].between.empty());  // (no decimal is a seventh)
    CHECK(cases[5].between.empty());
}

namespace {

// A random formula as text, and whether inputs and outputs satisfy it, for numbers that are exact.
using point = std::array<double, 4>; // X_0, X_1, Y_0, Y_1
struct formula {
    std::string text;
    std::function<bool(point const&)> holds;
};

formula draw_formula(std::mt19937& draw, int depth) {
    auto const number = [&] { return static_cast<int>(draw() % 9) - 4; };
    if (depth == 0 || draw() % 4 == 0) {
        int const k = number();
        bool const is_less = draw() % 2 == 0;
        std::string const sign = is_less ? "(<= " : "(>= ";
        auto const compares = [is_less](double a, double b) { return is_less ? a <= b : a >= b; };
        std::size_t const of = draw() % 4;
        std::string const name = std::array{"X_0", "X_1", "Y_0", "Y_1"}[of];
        if (of < 2 || draw() % 2 == 0)
            return {sign + name + " " + std::to_string(k) + ")",
                    [=](point const& p) { return compares(p[of], k); }};
        int const c = number();
        return {sign + "(+ " + std::to_string(k) + " (* 0.5 Y_0)) (* " + std::to_string(c) +
                    " Y_1))",
                [=](point const& p) { return compares(k + 0.5 * p[2], c * p[3]); }};
    }
    formula const a = draw_formula(draw, depth - 1), b = draw_formula(draw, depth - 1);
    bool const is_and = draw() % 2 == 0;
    return {std::string(is_and ? "(and " : "(or ") + a.text + "\n " + b.text + ")",
            [=](point const& p) {
                return is_and ? a.holds(p) && b.holds(p) : a.holds(p) || b.holds(p);
            }};
}

bool is_counterexample(host::vnnlib const& property, point const& p) {
    for (auto const& one : property.cases)
        if (one.inputs<double, 2>().contains({p[0], p[1]}) &&
            one.is_violated_by(std::array{p[2], p[3]}))
            return true;
    return false;
}

} // namespace

TEST_CASE("nested formulas have the counterexamples that they say", "[host]") {
    std::mt19937 draw(3);
    std::string const around = "(assert (and (>= X_0 -9) (<= X_0 9) (>= X_1 -9) (<= X_1 9)))"
                               "(assert (<= (+ Y_0 Y_1) 1000))\n";
    int satisfied = 0, compared = 0;
    for (int k = 0; k < 300; ++k) {
        formula const one = draw_formula(draw, 4);
        auto const result = host::read_vnnlib(head + around + "(assert " + one.text + ")");
        bool const is_empty = static_cast<bool>(result.problem);
        if (is_empty)
            REQUIRE(result.problem.reason ==
                    "no case has an input: a lower bound is above an upper one");
        for (int points = 0; points < 50; ++points) {
            // (off the edges, where certain is not exact)
            point p{};
            for (std::size_t i = 0; i < 4; ++i)
                p[i] = static_cast<double>(draw() % 18) - 9 + (i < 2 ? 0 : 0.3125);
            bool const expected = one.holds(p);
            CHECK(is_counterexample(result.property, p) == expected);
            satisfied += expected, ++compared;
        }
    }
    CHECK(satisfied > compared / 10);
    CHECK(satisfied < compared * 9 / 10);
}

TEST_CASE("numbers of a property are the decimals that are written", "[host]") {
    std::string const outputs = "(assert (<= (* 0.1 Y_0) 0.3))"
                                "(assert (<= (+ (* 0.1 Y_0) (* -0.3 Y_1)) 0.2))"
                                "(assert (<= (/ Y_0 3) (/ Y_1 7)))";
    auto const one = read(head + "(assert (>= (* 0.1 X_0) 0.3))(assert (<= (* 0.1 X_0) 0.3))" +
                          "(assert (and (<= 0 X_1 0.25) (>= 0.5 X_1 0)))" + outputs)
                         .cases[0];
    CHECK((one.inputs<double, 2>() == ctnn::box<double, 2>{{3, 0}, {3, 0.25}}));
    auto const& row = one.rows[0];
    REQUIRE(row.size() == 3);
    CHECK(row[0].coefficients == std::vector{1.0, 0.0});
    CHECK((row[0].constant == enclosure{-3, -3}));
    CHECK(row[1].coefficients == std::vector{1.0, -3.0});
    CHECK((row[1].constant == enclosure{-2, -2}));
    CHECK(row[2].coefficients == std::vector{7.0, -3.0});
    CHECK((row[2].constant == enclosure{}));
    // A product with 0 is no constraint, and what cancels is no variable.
    auto const none = read(head + bounds + "(assert (<= (* 0 X_0) 1000))(assert (<= 0 1))" +
                           "(assert (<= (+ X_0 Y_0 (- X_0)) 1))(assert (<= (- (+ 0.1 0.2) 0.3) 0))")
                          .cases[0];
    CHECK((none.inputs<float, 2>() == ctnn::box<float, 2>{{-1, 0.25f}, {1, 0.25f}}));
    REQUIRE(none.rows[0].size() == 1);
    // Bounds that no double tells apart are apart.
    auto const apart =
        host::read_vnnlib(head + bounds + "(assert (<= Y_0 1))(assert (>= X_0 0.1))" +
                          "(assert (<= X_0 0.09999999999999999999999))");
    CHECK(apart.problem.reason == "no case has an input: a lower bound is above an upper one");
}

TEST_CASE("comparisons of numbers are true or false", "[host]") {
    auto const some =
        read(head + bounds + "(assert (or (and (<= 1 0) (<= Y_0 7)) (<= Y_1 5) false" +
             "(and true (>= 1 0.5) (<= Y_0 3))))");
    REQUIRE(some.cases.size() == 1);
    REQUIRE(some.cases[0].rows.size() == 2);
    CHECK(some.cases[0].rows[0][0].constant.low == -5);
    CHECK(some.cases[0].rows[1][0].constant.low == -3);
}

TEST_CASE("commands around a property are read, and so are other line breaks", "[host]") {
    std::string const formula = "(assert ((<= Y_0 ((+ Y_1 1)))))";
    auto const expected = read(head + bounds + formula).cases[0];
    auto const same = [&](std::string const& text) {
        auto const property = read(text);
        CHECK((property.inputs == 2 && property.outputs == 2));
        REQUIRE(property.cases.size() == 1);
        CHECK(property.cases[0].lower == expected.lower);
        CHECK(property.cases[0].upper == expected.upper);
        REQUIRE(property.cases[0].rows.size() == 1);
        CHECK(property.cases[0].rows[0][0].coefficients == expected.rows[0][0].coefficients);
        CHECK(property.cases[0].rows[0][0].constant == expected.rows[0][0].constant);
    };
    std::string const all = head + bounds + formula;
    same("(set-logic QF_LRA)(set-info :source |two lines\n(with |)(set-info :status \"a (\")\n"
         "(set-option :produce-models true)" +
         all + "(check-sat)(get-model)(get-value (X_0))(echo \"end\")(exit)");
    same("\xef\xbb\xbf" + all);
    same(head + "(" + bounds + formula + ")");
    std::string functions = all;
    for (auto at = functions.find("const X_0"); at != std::string::npos; at = functions.npos)
        functions.replace(at, 9, "fun X_0 ()");
    same(functions);
    for (char const* line_break : {"\r", "\r\n"}) {
        std::string other;
        for (char const c : all + "\n")
            other += c == '\n' ? line_break : std::string(1, c);
        same(other);
        auto const wrong = host::read_vnnlib(other + "\f\v(assert x)");
        CHECK(wrong.problem.line == 9);
    }
}

TEST_CASE("what is wrong with a property is said with its line", "[host]") {
    std::string const good = head + bounds + "(assert (<= Y_0 1))";
    char const* const declaration =
        "a declaration is (declare-const X_0 Real) or (declare-fun X_0 () Real), or of "
        "Y_0 and so on";
    struct {
        std::string text;
        std::size_t line;
        char const* reason;
    } const wrong[] = {
        {"", 0, "the file is empty"},
        {"\xef\xbb\xbf", 0, "the file is empty"},
        {" \n", 0, "X_0 is not declared"},
        {"(declare-const X_0 Real)", 0, "Y_0 is not declared"},
        {head + "(declare-const X_3 Real)", 0, "X_2 is not declared"},
        {head + "(declare-const X_1 Real)", 6, "X_1 is declared twice"},
        {head + "(declare-const Z_1 Real)", 6, declaration},
        {head + "(declare-const X_2 Int)", 6, declaration},
        {good + "\n(define-fun f () Real 1)", 9,
         "'define-fun' is no command of a property: that is made of declare-const, declare-fun and "
         "assert"},
        {good + "\nassert", 9,
         "'assert' is no command of a property: that is made of declare-const, declare-fun and "
         "assert"},
        {good + "\n(check-sat)\n(assert (<= Y_1 1))", 10,
         "this comes after the question, (check-sat) or (exit)"},
        {good + "\n(assert (<= Y_1 1) (<= Y_0 1))", 9,
         "'assert' needs one formula, and 2 are there"},
        {good + "\n(assert)", 9, "'assert' needs one formula, and 0 are there"},
        {good + "\n)", 9, "a parenthesis is closed that was not opened"},
        {good + "\n(assert", 9, "a parenthesis is not closed"},
        {good + "\n(assert (< Y_0 1))", 9, "'<' is none of and, or, <= and >="},
        {good + "\n(assert (not (<= Y_0 1)))", 9, "'not' is none of and, or, <= and >="},
        {good + "\n(assert ())", 9, "'()' is none of and, or, <= and >="},
        {good + "\n(assert ((<= Y_0 1) (<= Y_1 1)))", 9, "'((' is none of and, or, <= and >="},
        {good + "\n(assert Y_0)", 9, "'Y_0' is none of and, or, <= and >="},
        {good + "\n(assert (and))", 9, "'and' has nothing in it"},
        {good + "\n(assert (<= Y_0))", 9, "'<=' needs two terms"},
        {good + "\n(assert (<= Y_0 (* 2)))", 9, "'*' needs two terms"},
        {good + "\n(assert (<= Y_0 (-)))", 9, "'-' needs a term"},
        {good + "\n(assert (<= Y_0 (sin 1)))", 9, "'sin' is none of +, -, * and /"},
        {good + "\n(assert (<= Y_0 X_01))", 9,
         "'X_01' is neither a number nor a declared variable"},
        {good + "\n(assert (<= Y_0 1e-2000))", 9, "the number '1e-2000' is too near to 0"},
        {good + "\n(assert (<= Y_0 (+ (* 1e300 1e300) Y_1)))", 9,
         "the constant of this is too large for a double"},
        {good + "\n(assert (<= (* 1e-300 X_0) 1e300))", 9,
         "the bound of X_0 is too large for a double"},
        {good + "\n(assert (<= (* 1e-17 Y_0) (* 0.12345678901234567 Y_1)))", 9,
         "a coefficient is not exact in binary: multiply both sides"},
        {good + "\n(assert (<= Y_0 |1))", 9, "a quote | is not closed"},
        {good + "\n(assert (<= Y_0 \"1\"))", 9,
         "'\"1\"' is neither a number nor a declared variable"},
        {std::string("\xff\xfe(\0", 4), 1, "the file is in UTF-16: save it in UTF-8"},
        {"\x1f\x8b\x08", 1,
         "the file is compressed by gzip: unpack it, or build with zlib (CTNN_ZLIB)"},
        {"PK\x03\x04", 1, "the file is a zip archive"},
        {good + std::string("\n\0", 2), 9, "there is a byte of 0, as in no text"},
        {head + "(declare-const X_1000000 Real)", 6, "1,000,001 inputs, at most 1,000,000"},
        {head + "(declare-const X_02 Real)", 6, declaration},
        {head + "(declare-fun X_2 (Real) Real)", 6, declaration},
        {head + "(declare-fun X_2 Real)", 6, declaration},
        {head + "(declare-const X_2)", 6, declaration},
        {good + "\n(assert (<= 1 0))", 9, "no case has an input: a comparison of numbers is false"},
        {good + "\n(assert (or false (<= 1 0)))", 9,
         "no case has an input: a comparison of numbers is false"},
        {head + bounds + "(assert true)", 8, "some case has no constraint on outputs"},
        {good + "\n(assert (<= Y_0 1x))", 9, "'1x' is neither a number nor a declared variable"},
        {good + "\n(assert (<= Y_2 1))", 9, "Y_2 is not declared"},
        {good + "\n(assert (<= Y_0 1e400))", 9, "the number '1e400' is too large for a double"},
        {good + "\n(assert (<= Y_0 -1e400))", 9, "the number '-1e400' is too large for a double"},
        {good + "\n(assert (<= (* Y_0 Y_1) 1))", 9, "this is not linear"},
        {good + "\n(assert (<= (/ Y_0 (- 1 1)) 1))", 9, "this divides by 0"},
        {good + "\n(assert (<= (* 1e300 1e300 ) Y_0))", 9,
         "the constant of this is too large for a double"},
        {good + "\n(assert (<= (^ Y_0 2) 1))", 9, "'^' is none of +, -, * and /"},
        {good + "\n(assert (<= X_0 Y_0))", 9,
         "this is neither a bound of one input nor a constraint on outputs"},
        {good + "\n(assert (<= (+ X_0 X_1) 0))", 9,
         "this is neither a bound of one input nor a constraint on outputs"},
        {head + "(assert (<= Y_0 1))", 6, "X_0 has no lower bound in some case"},
        {head + "(assert (>= X_0 1))\n(assert (<= Y_0 1))", 7,
         "X_0 has no upper bound in some case"},
        {head + bounds, 7, "some case has no constraint on outputs"},
        {good + "\n(assert (>= X_0 7))", 9,
         "no case has an input: a lower bound is above an upper one"},
        {good + "\n(assert " + std::string(200, '('), 9, "parentheses are nested deeper than 100"},
    };
    for (auto const& one : wrong) {
        auto const result = host::read_vnnlib(one.text);
        CHECK(result.problem.reason == one.reason);
        CHECK(result.problem.line == one.line);
        CHECK(result.property.cases.empty());
    }
}

TEST_CASE("a property that is cut off or damaged anywhere is read or refused", "[host]") {
    std::string const text =
        head + bounds + "(assert (or (and (<= Y_0 0) (<= Y_1 (/ 1 3))) (>= (* 2 Y_0) (- 5 Y_1))))";
    for (std::size_t size = 0; size < text.size(); ++size) {
        auto const result = host::read_vnnlib(text.substr(0, size));
        // (without its last assert no case has a constraint on outputs)
        CHECK(result.problem);
        CHECK(result.property.cases.empty());
    }
    std::mt19937 draw(1);
    int refused = 0;
    for (int k = 0; k < 3000; ++k) {
        std::string other = text;
        for (int changes = 0; changes < 2; ++changes)
            other[draw() % other.size()] = "()<>=+-*/ XY_01;.e\n\0"[draw() % 20];
        auto const result = host::read_vnnlib(other);
        CHECK(result.property.cases.empty() == static_cast<bool>(result.problem));
        refused += static_cast<bool>(result.problem);
    }
    CHECK(refused > 1000);
    CHECK(refused < 3000);
}
