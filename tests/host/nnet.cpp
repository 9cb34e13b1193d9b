#include <ctnn/host/nnet.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <ctnn/activation/relu.hpp>
#include <ctnn/activation/relu6.hpp>
#include <ctnn/layer/dense.hpp>
#include <ctnn/network/network.hpp>
#include <limits>
#include <random>
#include <string>

#include "../catch.hpp"

namespace {

namespace host = ctnn::host;
using ctnn::dense, ctnn::input, ctnn::relu;

using model = ctnn::network<float, input<2>, dense<3, relu>, dense<1>>;

// 2-3-1; weights[output][input], as the format has them.
std::string text_of() {
    return "2,2,1,3,\n2,3,1,\n0,\n-1,-2,\n1,2.5,\n0.5,0.25,3,\n2,4,8,\n"
           "1,2,\n3,4,\n5,6.5,\n0.1,\n-0.5,\n0.75,\n1,-1,2,\n0.25\n";
}

} // namespace

TEST_CASE("a network in the .nnet format is what its numbers say", "[host]") {
    auto const read = host::read_nnet(text_of());
    INFO(read.problem.message());
    REQUIRE(!read.problem);
    auto const& file = read.network;
    CHECK(file.topology() == "2-3-1");
    CHECK(file.lower[1].low == -2);
    CHECK(file.upper[1].low == 2.5);
    CHECK(file.means[0].low == 0.5);
    CHECK(file.output_mean.low == 3);
    CHECK(file.ranges[1].low == 4);
    CHECK(file.output_range.low == 8);
    REQUIRE(file.fits<model>());
    CHECK_FALSE(file.fits<ctnn::network<float, input<2>, dense<3>, dense<1>>>());
    CHECK_FALSE(file.fits<ctnn::network<float, input<2>, dense<3, relu>, dense<1, relu>>>());
    CHECK_FALSE(file.fits<ctnn::network<float, input<2>, dense<3, ctnn::relu6>, dense<1>>>());
    CHECK_FALSE(file.fits<ctnn::network<float, input<3>, dense<3, relu>, dense<1>>>());
    CHECK_FALSE(file.fits<ctnn::network<float, input<2>, dense<3, relu>, dense<2>>>());
    CHECK_FALSE(
        file.fits<ctnn::network<float, input<2>, dense<3, relu>, dense<3, relu>, dense<1>>>());
    model net{};
    file.fill(net);
    CHECK(net ==
          model{{{{1, 3, 5}, {2, 4, 6.5f}}, {0.1f, -0.5f, 0.75f}}, {{{1}, {-1}, {2}}, {0.25f}}});
    ctnn::network<double, input<2>, dense<3, relu>, dense<1>> wide{};
    file.fill(wide);
    CHECK(wide.layer<0>().biases[0] == 0.1);
}

TEST_CASE("a case in raw numbers is scaled as the network's file says", "[host]") {
    auto const read = host::read_nnet(text_of());
    REQUIRE(!read.problem);
    host::vnnlib_case raw{{{1, 1}, {0.25, 0.25}}, {{2, 2}, {0.75, 0.75}}, {{{{2}, {10, 10}}}}};
    auto const scaled = read.network.scaled(raw);
    // (1 - 0.5) / 2; 2 (8 y + 3) + 10 <= 0 is 2 y + 2 <= 0
    CHECK(scaled.lower[0].low == 0.25);
    CHECK(scaled.upper[0].high == 0.75);
    CHECK(scaled.lower[1].low == 0);
    CHECK(scaled.upper[1].high == 0.125);
    CHECK(scaled.rows[0][0].coefficients[0] == 2);
    CHECK((scaled.rows[0][0].constant == host::detail::enclosure{2, 2}));
}

TEST_CASE("what is wrong with a network's file is said with its line", "[host]") {
    struct {
        char const* from;
        char const* to;
        std::size_t line;
        char const* reason;
    } const wrong[] = {
        {"2,2,1,3,", "2,2,1,", 1,
         "the counts of layers, inputs and outputs and the largest layer should be 4 numbers, and "
         "3 "
         "are there"},
        {"2,2,1,3,", "2,2,1.5,3,", 1, "the size '1.5' is not a whole number from 1 to 100000"},
        {"2,2,1,3,", "-2,2,1,3,", 1, "the size '-2' is not a whole number from 1 to 100000"},
        {"2,2,1,3,", "1e18,2,1,3,", 1, "the size '1e18' is not a whole number from 1 to 100000"},
        {"2,2,1,3,", "2,2,1,0,", 1, "the size '0' is not a whole number from 1 to 100000"},
        {"2,2,1,3,", "2,2,1,1e400,", 1, "the number '1e400' is too large for a double"},
        {"2,2,1,3,", "2,2,1,1e-2000,", 1, "the number '1e-2000' is too near to 0"},
        {"2,2,1,3,", "99999,2,1,3,", 2,
         "the sizes of the layers should be 100000 numbers, and 3 are there"},
        {"2,3,1,\n", "2,3,1,5\n", 2,
         "the sizes of the layers should be 3 numbers, and 4 are there"},
        {"0,\n-1", "0,0,\n-1", 3, "a flag that is not used should be 1 number, and 2 are there"},
        {"-1,-2,", "-1,nan,", 4, "'nan' is not a number"},
        {"1,2.5,", "1,2.5,7", 5, "the largest inputs should be 2 numbers, and 3 are there"},
        {"1,2.5,", "1,infinite", 5, "'infinite' is not a number"},
        {"1,2.5,", "1,enf,", 5, "'enf' is not a number"},
        {"1,2.5,", "1,inf0,", 5, "'inf0' is not a number"},
        {"0.5,0.25,3,", "0.5,3,", 6, "the means should be 3 numbers, and 2 are there"},
        {"0.5,0.25,3,", "0.5,inf,3,", 6, "'inf' is not a number"},
        {"0.5,0.25,3,", "0.5,1e309,3,", 6, "the number '1e309' is too large for a double"},
        {"2,4,8,", "2,4,1e-400,", 7, "a range is too near to 0"},
        {"2,4,8,", "2,-4,8,", 7, "a range is not above 0"},
        {"2,4,8,", ",,8,", 7, "there is no number before a comma"},
        {"3,4,", "3,3.4028235e38,", 9, "the number '3.4028235e38' is too large for a float"},
        {"3,4,", "3,-1e400,", 9, "the number '-1e400' is too large for a float"},
        {"3,4,", "3,inf,", 9, "'inf' is not a number"},
        {"3,4,", "3;4", 9, "'3;4' is not a number"},
        {"3,4,", "3, x\ty,", 9, "'x\\x09y' is not a number"},
        {"0.25\n", "0.25, 1\n", 15, "a bias of layer 2 should be 1 number, and 2 are there"},
        {"0.25\n", "\n// end\n", 17, "the file ends where a bias of layer 2 should be"},
        {"2,3,1,", "2,3,2,", 2,
         "the sizes of the layers are not those of the inputs and the outputs"},
        {"2,3,1,", "2,3,", 2, "the sizes of the layers should be 3 numbers, and 2 are there"},
        {"-1,-2,", "-1,", 4, "the least inputs should be 2 numbers, and 1 is there"},
        {"2,4,8,", "2,0,8,", 7, "a range is not above 0"},
        {"3,4,", "3,x,", 9, "'x' is not a number"},
        {"3,4,", "3,,", 9, "there is no number before a comma"},
        {"3,4,", "3,1e39,", 9, "the number '1e39' is too large for a float"},
        {"3,4,", "3,4,5,", 9, "a row of weights of layer 1 should be 2 numbers, and 3 are there"},
        {"-0.5,\n", "", 13, "a bias of layer 1 should be 1 number, and 3 are there"},
        {"0.25\n", "", 15, "the file ends where a bias of layer 2 should be"},
        {"0.25\n", "0.25\n7\n", 16, "there is more than the layers"},
    };
    for (auto const& one : wrong) {
        std::string text = text_of();
        text.replace(text.rfind(one.from), std::string(one.from).size(), one.to);
        if (std::string(one.from) == "2,2,1,3,")
            text = std::string(one.to) + text_of().substr(8);
        auto const problem = host::read_nnet(text).problem;
        CHECK(problem.line == one.line);
        CHECK(problem.reason == one.reason);
    }
}

TEST_CASE("what is no network's file at all is told as what it is", "[host]") {
    struct {
        std::string text;
        char const* message;
    } const others[] = {
        {"", "the file is empty"},
        {"\xef\xbb\xbf", "the file is empty"},
        {"\n",
         "line 2: the file ends where the counts of layers, inputs and outputs and the largest "
         "layer should be"},
        {"\xff\xfe/", "line 1: the file is in UTF-16: save it in UTF-8"},
        {"\xfe\xff/", "line 1: the file is in UTF-16: save it in UTF-8"},
        {"\x1f\x8b",
         "line 1: the file is compressed by gzip: unpack it, or build with zlib (CTNN_ZLIB)"},
        {"PK\x03\x04", "line 1: the file is a zip archive"},
        {text_of() + std::string(1, '\0'), "line 16: there is a byte of 0, as in no text"},
    };
    for (auto const& other : others)
        CHECK(host::read_nnet(other.text).problem.message() == other.message);
}

TEST_CASE("a network's file may have comments, a byte order mark, other line breaks, no bounds",
          "[host]") {
    model expected{};
    host::read_nnet(text_of()).network.fill(expected);
    auto const same = [&](std::string const& text) {
        auto const read = host::read_nnet(text);
        INFO(read.problem.message());
        REQUIRE(!read.problem);
        REQUIRE(read.network.fits<model>());
        model net{};
        read.network.fill(net);
        CHECK(net == expected);
        return read.network;
    };
    auto const with = [](std::string const& from, std::string const& to) {
        std::string text = text_of();
        return text.replace(text.find(from), from.size(), to);
    };
    same("\xef\xbb\xbf// a comment\n" + text_of());
    same(text_of() + "// after the last layer\n  // and so\n \t\n");
    same(with("-1,-2,", " -1 , -2 // the least"));
    for (char const* line_break : {"\r", "\r\n", "\n\n", "  \n"}) {
        std::string other;
        for (char const c : "// first\n" + text_of())
            other += c == '\n' ? line_break : std::string(1, c);
        same(other);
    }
    std::string other = text_of();
    std::replace(other.begin(), other.end(), '\n', '\r');
    CHECK(host::read_nnet(other + "1").problem.message() ==
          "line 16: there is more than the layers");
    constexpr double infinity = std::numeric_limits<double>::infinity();
    for (char const* none :
         {"3.4028235e38", "1.7976931348623157e308", "1e400", "inf", "Infinity"}) {
        auto const file =
            same(with("-1,-2,\n1,2.5", "-1,-" + std::string(none) + ",\n" + none + ",2.5"));
        CHECK(file.lower[1].low < -3e38);
        CHECK(file.upper[0].high > 3e38);
        CHECK((none[0] == '3' || none[0] == '1' || file.upper[0].low == infinity));
    }
    // The largest float is a parameter.
    CHECK(host::read_nnet(with("0.25\n", "3.4028234663852886e38")).problem.message().empty());
}

TEST_CASE("numbers of inputs that a network no longer has are left out", "[host]") {
    // As those of ACAS Xu have it: 7 inputs once, of which 5 are left; the last mean and range are the outputs'.
    auto const with = [](char const* bounds) {
        std::string text = text_of();
        auto const from = text.find("-1,-2,"), to = text.find("1,2,\n3,4");
        return host::read_nnet(text.replace(from, to - from, bounds));
    };
    auto const read = with("-1,-2,-7,-8,\n1,2.5,7,8,\n0.5,0.25,35.1,0.0,3,\n2,4,100,0,8,\n");
    INFO(read.problem.message());
    REQUIRE(!read.problem);
    auto const expected = host::read_nnet(text_of()).network;
    CHECK(read.network.lower == expected.lower);
    CHECK(read.network.upper == expected.upper);
    CHECK(read.network.means == expected.means);
    CHECK(read.network.ranges == expected.ranges);
    CHECK(read.network.output_mean == expected.output_mean);
    CHECK(read.network.output_range == expected.output_range);
    struct {
        char const* bounds;
        char const* message;
    } const wrong[] = {
        {"-1,-2,-7,\n1,2.5,\n0.5,0.25,3,\n2,4,8,\n",
         "line 5: the largest inputs should be 3 numbers, and 2 are there"},
        {"-1,-2,-7,\n1,2.5,7,\n0.5,0.25,3,\n2,4,8,\n",
         "line 6: the means should be 4 numbers, and 3 are there"},
        {"-1,-2,-7,\n1,2.5,7,\n0.5,0.25,3,3,\n2,4,8,\n",
         "line 7: the ranges should be 4 numbers, and 3 are there"},
        {"-1,-2,-7,\n1,2.5,7,\n0.5,0.25,x,3,\n2,4,1,8,\n", "line 6: 'x' is not a number"},
        {"-1,-2,-7,\n1,2.5,7,\n0.5,0.25,1,3,\n2,0,1,8,\n", "line 7: a range is not above 0"},
        {"-1,-2,-7,\n1,2.5,7,\n0.5,0.25,1,3,\n2,4,1,0,\n", "line 7: a range is not above 0"},
    };
    for (auto const& one : wrong)
        CHECK(with(one.bounds).problem.message() == one.message);
}

TEST_CASE("a network's file that is cut off or damaged anywhere is read or refused", "[host]") {
    std::string const text = text_of();
    int refused = 0;
    for (std::size_t size = 0; size < text.size(); ++size) {
        auto const read = host::read_nnet(text.substr(0, size));
        CHECK((!read.problem || read.problem.line > 0 || size == 0));
        CHECK(read.network.sizes.empty() == static_cast<bool>(read.problem));
        refused += static_cast<bool>(read.problem);
    }
    // (0.2 and 0.25, with a line break or without, are whole networks)
    CHECK(refused >= static_cast<int>(text.size()) - 5);
    std::mt19937 draw(1);
    for (int k = 0; k < 3000; ++k) {
        std::string other = text;
        for (int changes = 0; changes < 2; ++changes)
            other[draw() % other.size()] = ",.-+e0123456789\n/ \0x"[draw() % 20];
        auto const read = host::read_nnet(other);
        CHECK(read.network.sizes.empty() == static_cast<bool>(read.problem));
    }
}
