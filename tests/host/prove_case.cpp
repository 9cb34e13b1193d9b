#include <ctnn/host/prove_case.hpp>

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdio>
#include <ctnn/activation/relu.hpp>
#include <ctnn/host/vnnlib.hpp>
#include <ctnn/layer/dense.hpp>
#include <ctnn/network/network.hpp>
#include <ctnn/number/next_above.hpp>
#include <ctnn/number/next_below.hpp>
#include <filesystem>
#include <string>

#include "../catch.hpp"
#include "temporary_file.hpp"

namespace {

namespace host = ctnn::host;

template <class T>
using line = ctnn::network<T, ctnn::input<1>, ctnn::dense<1, ctnn::relu>, ctnn::dense<1>>;
template <class T>
constexpr line<T> same{{{{1}}, {0}}, {{{1}}, {0}}};
using plane = ctnn::network<float, ctnn::input<2>, ctnn::dense<1>>;

host::vnnlib_case case_of(std::string const& low, std::string const& high,
                          std::string const& output) {
    auto const read = host::read_vnnlib("(declare-const X_0 Real)(declare-const Y_0 Real)"
                                        "(assert (<= " +
                                        low + " X_0 " + high + "))(assert " + output + ")");
    INFO(read.problem.message());
    REQUIRE(!read.problem);
    REQUIRE(read.property.cases.size() == 1);
    return read.property.cases[0];
}
template <class T>
auto result_of(std::string const& low, std::string const& high, std::string const& output) {
    host::proof_options options;
    options.threads = 1;
    return host::prove_case(same<T>, case_of(low, high, output), options);
}

} // namespace

TEST_CASE("a counterexample lies in the box of decimals", "[host]") {
    // 0.1f is 0.100000001..., above both a tenth and the limit.
    auto const outside = result_of<float>("0.05", "0.1", "(>= Y_0 0.1000000001)");
    CHECK(outside.unknown());
    REQUIRE(outside.beside);
    CHECK(outside.beside->at(0) == 0.1f);
    CHECK(outside.verdict.left.is_valid());
    // The last float below a tenth.
    auto const inside = result_of<float>("0.05", "0.1", "(>= Y_0 0.0999999)");
    REQUIRE(inside.violated());
    CHECK(static_cast<double>(inside.verdict.counterexample[0]) < 0.1);
    auto const box = case_of("0.05", "0.1", "(>= Y_0 0)");
    CHECK(box.contains(inside.verdict.counterexample));
    CHECK_FALSE(box.contains(std::array{0.1f}));
    CHECK_FALSE(box.contains(std::array{ctnn::number::next_below(0.05f)}));
    CHECK(box.contains(std::array{0.05f}));
    CHECK(result_of<float>("0.05", "0.1", "(>= Y_0 0.099999994)").violated());
    CHECK(result_of<float>("0.05", "0.1", "(>= Y_0 0.099999995)").unknown());
    // A proof covers what a tenth may be rounded to.
    CHECK(result_of<float>("0.05", "0.1", "(>= Y_0 0.10000001)").proven());
    // 0.05f is above, and 0.1f is above a tenth, but neither the float below is.
    CHECK(result_of<float>("0.05", "0.1", "(<= Y_0 0.05)").unknown());
    CHECK(result_of<float>("0.05", "0.1", "(<= Y_0 0.0500000008)").violated());
    // No float is a tenth, but the outputs of both beside are equal to the limit: that is enough.
    CHECK(result_of<float>("-0.1", "-0.1", "(<= Y_0 0)").violated());
    CHECK(result_of<float>("-0.1", "-0.1", "(<= Y_0 -1e-30)").proven());
    // (in double, 0.1 is above a tenth by 5.6e-18)
    CHECK(result_of<double>("0.05", "0.1", "(>= Y_0 0.1000000000000000055)").unknown());
    CHECK(result_of<double>("0.05", "0.1", "(>= Y_0 0.1000000000000000056)").proven());
    CHECK(result_of<double>("0.05", "0.1", "(>= Y_0 0.09999999999999999)").violated());
}

TEST_CASE("an input that is at the limit is decided", "[host]") {
    CHECK(result_of<float>("0.125", "0.125", "(>= Y_0 0.125)").violated());
    CHECK(result_of<float>("0.125", "0.125", "(<= Y_0 0.125)").violated());
    CHECK(result_of<float>("0.125", "0.125", "(>= Y_0 0.1250000000000000000000000001)").proven());
    CHECK(result_of<float>("0.125", "0.125", "(<= Y_0 0.1249999999999999999999999999)").proven());
    CHECK(result_of<float>("0.125", "0.125", "(<= Y_0 0.1250000000000000000000000001)").violated());
    CHECK(result_of<double>("0.125", "0.125", "(>= (* 0.1 Y_0) 0.0125)").violated());
    CHECK(result_of<double>("0.125", "0.125", "(>= (* 0.1 Y_0) 0.01250000000000000001)").proven());
    // The double 0.1 written in full.
    std::string const tenth = "0.1000000000000000055511151231257827021181583404541015625";
    CHECK(result_of<double>(tenth, tenth, "(>= Y_0 0.1)").violated());
    CHECK(result_of<double>(tenth, tenth, "(<= Y_0 0.1)").proven());
    CHECK(result_of<double>(tenth, tenth, "(>= Y_0 0.10000000000000001)").proven());
    CHECK(result_of<double>(tenth, tenth, "(>= Y_0 " + tenth + ")").violated());
}

TEST_CASE("where no number is between the ends, both beside are looked at", "[host]") {
    auto const both = result_of<float>("0.1", "0.1", "(>= Y_0 0.09)");
    REQUIRE(both.violated());
    CHECK(std::fabs(both.verdict.counterexample[0] - 0.1f) < 1e-7f);
    CHECK(result_of<float>("0.1", "0.10000000001", "(>= Y_0 0.09)").violated());
    CHECK(result_of<float>("0.1", "0.1", "(>= Y_0 0.2)").proven());
    // One neighbour is above, the other is not.
    auto const one = result_of<float>("0.1", "0.1", "(>= Y_0 0.1)");
    CHECK(one.unknown());
    CHECK(one.beside);
    CHECK(result_of<float>("0.1", "0.1", "(<= Y_0 0.1)").unknown());
    // A row of two constraints, of which each neighbour satisfies both, or another one.
    CHECK(result_of<float>("0.1", "0.1", "(and (>= Y_0 0.09) (<= Y_0 0.11))").violated());
    CHECK(result_of<float>("0.1", "0.1", "(or (>= Y_0 0.1) (<= Y_0 0.0999))").unknown());
    // Beside an input that has room: x_0 - x_1, x_1 is a tenth.
    auto const read =
        host::read_vnnlib("(declare-const X_0 Real)(declare-const X_1 Real)(declare-const Y_0 Real)"
                          "(assert (<= 0 X_0 1))(assert (<= 0.1 X_1 0.1))(assert (>= Y_0 0.8))");
    REQUIRE(!read.problem);
    plane const difference{{{{1}, {-1}}, {0}}};
    auto const found = host::prove_case(difference, read.property.cases[0], {});
    REQUIRE(found.violated());
    CHECK(found.verdict.counterexample[0] <= 1);
    CHECK(difference(found.verdict.counterexample)[0] >= 0.8f);
}

TEST_CASE("every float of a box agrees with the verdict on a case", "[host]") {
    // Boxes of a few floats around a tenth, and limits around their outputs, in decimals.
    int proven = 0, violated = 0, unknown = 0;
    char text[64];
    auto const decimal = [&](double x, char const* format) {
        std::snprintf(text, sizeof text, format, x);
        return std::string(text);
    };
    for (int k = 0; k < 200; ++k) {
        double const low = 0.1 + k * 1.3e-9, high = low + (k % 7) * 4e-9,
                     limit = 0.1 + (k * 37 % 200) * 1.5e-9;
        std::string const l = decimal(low, "%.11f"), h = decimal(high, "%.11f"),
                          m = decimal(limit, "%.10f");
        auto const result = result_of<float>(l, h, "(>= Y_0 " + m + ")");
        // (of these decimals, doubles are near enough)
        double const from = std::stod(l), to = std::stod(h), least = std::stod(m);
        float const last = static_cast<double>(static_cast<float>(to)) <= to
                               ? static_cast<float>(to)
                               : ctnn::number::next_below(static_cast<float>(to));
        bool const has_one = static_cast<double>(last) >= from;
        if (result.violated() && has_one) {
            auto const x = static_cast<double>(result.verdict.counterexample[0]);
            CHECK((from <= x && x <= to && x >= least));
        }
        if (has_one)
            CHECK(result.violated() == (static_cast<double>(last) >= least));
        if (result.proven())
            CHECK(static_cast<double>(ctnn::number::next_above(last)) < least);
        proven += result.proven(), violated += result.violated(), unknown += result.unknown();
    }
    CHECK(proven > 40);
    CHECK(violated > 40);
    CHECK(unknown > 5);
}

TEST_CASE("a box that the scalar has no room for is a problem", "[host]") {
    auto const result = result_of<float>("0", "1e39", "(>= Y_0 2)");
    CHECK(result.unknown());
    CHECK(result.problem.message() == "the network's scalar has no room for the ends of X_0");
    CHECK(result_of<double>("0", "1e39", "(>= Y_0 2)").violated());
}

TEST_CASE("the search inside a box has a checkpoint of its own", "[host]") {
    temporary_file const file("case"), inside("case.inside");
    host::proof_options options;
    options.threads = 1;
    options.checkpoint = file.path;
    auto const run = [&] {
        return host::prove_case(same<float>, case_of("0.05", "0.1", "(>= Y_0 0.1000000001)"),
                                options);
    };
    auto const first = run();
    CHECK((first.unknown() && first.beside && !first.problem));
    CHECK(std::filesystem::exists(inside.path));
    auto const again = run();
    CHECK((again.unknown() && again.beside && !again.problem));
    options.boxes = 0;
    CHECK(run().unknown());
}
