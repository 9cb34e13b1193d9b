#include <ctnn/host/detail/verifier/instances.hpp>

#include <ctnn/host/detail/verifier/arguments.hpp>
#include <ctnn/host/detail/verifier/outcome.hpp>
#include <string>
#include <vector>

#include "../../catch.hpp"

namespace {

namespace host = ctnn::host;
using namespace host::detail;

verifier_arguments arguments_of(std::vector<std::string> words) {
    words.insert(words.begin(), "program");
    std::vector<char*> all;
    for (auto& word : words)
        all.push_back(word.data());
    return {static_cast<int>(all.size()), all.data()};
}

} // namespace

TEST_CASE("arguments of a verifier are read, and what is wrong with them is told", "[host]") {
    auto const all = arguments_of({"--raw", "a.nnet", "--timeout", "1.5", "b.vnnlib", "--threads",
                                   "3", "--results", "r", "--checkpoint", "c", "--certificate", "d",
                                   "--report", "e"});
    CHECK(all.problem == "");
    CHECK(all.network == "a.nnet");
    CHECK(all.property == "b.vnnlib");
    CHECK(all.is_raw);
    CHECK(all.options.seconds == 1.5);
    CHECK(all.options.boxes == static_cast<std::size_t>(-1));
    CHECK(all.options.threads == 3);
    CHECK(all.results == "r");
    CHECK(all.options.checkpoint == "c");
    CHECK(all.options.certificate == "d");
    CHECK(all.report == "e");
    CHECK(arguments_of({"a", "b"}).options.boxes == host::proof_options{}.boxes);
    CHECK(arguments_of({"a", "b", "--boxes", "7", "--seconds", "2"}).options.boxes == 7);
    CHECK(arguments_of({"--help"}).asks_for_help);
    struct {
        std::vector<std::string> words;
        char const* problem;
    } const wrong[] = {
        {{}, "a network and a property are needed"},
        {{"a"}, "a network and a property are needed"},
        {{"a", "b", "c"}, "a network and a property are needed"},
        {{"a", "b", "--boxes"}, "--boxes needs a value"},
        {{"a", "b", "--boxes", "-1"}, "--boxes needs a number, and '-1' is none"},
        {{"a", "b", "--threads", "2x"}, "--threads needs a number, and '2x' is none"},
        {{"a", "b", "--timeout", "-1"}, "--timeout needs a number of seconds, and '-1' is none"},
        {{"a", "b", "--timeout", "nan"}, "--timeout needs a number of seconds, and 'nan' is none"},
        {{"a", "b", "-x"}, "there is no option '-x'"},
        {{"a", "--instances", "c"}, "--instances names networks and properties itself"},
        {{"--instances", "c", "--checkpoint", "d"},
         "--checkpoint is of one property, not of --instances"},
        {{"--instances", "c", "--certificate", "d"},
         "--certificate is of one property, not of --instances"},
        {{"--instances", "c", "--report", "d"}, "--report is of one property, not of --instances"},
        {{"a", "b", "--results", "no/such/r"}, "--results: there is no folder no/such"},
        {{"a", "b", "--checkpoint", "no/such/c"}, "--checkpoint: there is no folder no/such"},
        {{"a", "b", "--certificate", "no/such/d"}, "--certificate: there is no folder no/such"},
        {{"a", "b", "--report", "no/such/e"}, "--report: there is no folder no/such"},
        {{"--instances", "c", "--results", "no/such"}, "--results: there is no folder no/such"},
    };
    for (auto const& one : wrong)
        CHECK(arguments_of(one.words).problem == one.problem);
}

TEST_CASE("lists of instances are read line by line", "[host]") {
    auto const list = read_instances("\xef\xbb\xbf"
                                     "a.onnx,b.vnnlib,116\r\n\n \"c d\" , e\rf,g,0.5");
    REQUIRE(!list.problem);
    REQUIRE(list.all.size() == 3);
    CHECK(list.all[0].network == "a.onnx");
    CHECK(list.all[0].property == "b.vnnlib");
    CHECK(list.all[0].seconds == 116);
    CHECK(list.all[1].network == "c d");
    CHECK(list.all[1].property == "e");
    CHECK(list.all[1].seconds > 1e300);
    CHECK(list.all[2].seconds == 0.5);
    struct {
        char const* text;
        char const* message;
    } const wrong[] = {
        {"", "the file is empty"},
        {"\n\n", "line 1: the list has no lines"},
        {"a,b\n\na\n", "line 3: a line is NETWORK,PROPERTY or NETWORK,PROPERTY,SECONDS"},
        {"a,b,1,2", "line 1: a line is NETWORK,PROPERTY or NETWORK,PROPERTY,SECONDS"},
        {",b", "line 1: a line is NETWORK,PROPERTY or NETWORK,PROPERTY,SECONDS"},
        {"onnx,vnnlib,timeout", "line 1: 'timeout' is no number of seconds"},
    };
    for (auto const& one : wrong)
        CHECK(read_instances(one.text).problem.message() == one.message);
}

TEST_CASE("an outcome is told to people and to the competition", "[host]") {
    outcome one;
    one.answer = answers::violated;
    one.boxes = 17, one.seconds = 0.014;
    one.inputs = {"0.5", "-1e-05"}, one.outputs = {"3"};
    one.notes = {"a note"};
    CHECK(one.result() == "sat\n((X_0 0.5)\n (X_1 -1e-05)\n (Y_0 3))\n");
    CHECK(one.message() ==
          "violated (sat): 17 boxes, 0.01 s\n  X_0 = 0.5\n  X_1 = -1e-05\n  Y_0 = 3\n"
          "  (a note)\n");
    one.answer = answers::unknown;
    one.reason = host::unknown_reason::beside;
    CHECK(one.result() == "unknown\n");
    CHECK(one.message().find("and none within\n  outside of the box, but next to it") !=
          std::string::npos);
    one.reason = host::unknown_reason::time;
    CHECK(one.result() == "timeout\n");
    one.answer = answers::holds;
    CHECK(one.result() == "unsat\n");
    CHECK(outcome::of_problem("why").result() == "error\n");
    CHECK(outcome::of_problem("why").message() == "why\n");
}
