#include <ctnn/host/detail/verifier/topologies.hpp>

#include <ctnn/activation/relu.hpp>
#include <ctnn/layer/dense.hpp>
#include <ctnn/network/network.hpp>
#include <string>
#include <vector>

#include "../../catch.hpp"

namespace {

namespace host = ctnn::host;
using namespace host::detail;
using ctnn::dense, ctnn::input, ctnn::relu;

template <class T>
using small = ctnn::network<T, input<1>, dense<1, relu>, dense<1>>;
template <class T>
using wide = ctnn::network<T, input<2>, dense<3, relu>, dense<2, relu>, dense<1>>;

// y = relu(x); raw inputs are 2 x + 10, raw outputs 4 y - 1.
host::nnet network() {
    auto const read =
        host::read_nnet("2,1,1,1,\n1,1,1,\n0,\n0,\n1,\n10,-1,\n2,4,\n1,\n0,\n1,\n0,\n");
    REQUIRE(!read.problem);
    return read.network;
}
template <class T>
outcome outcome_of(std::string const& bounds, std::string const& formula, bool is_raw = false,
                   host::proof_options const& options = {}) {
    auto const read =
        host::read_vnnlib("(declare-const X_0 Real)(declare-const Y_0 Real)(assert (<= " + bounds +
                          "))(assert " + formula + ")");
    INFO(read.problem.message());
    REQUIRE(!read.problem);
    auto const all = topologies_of<small<T>, wide<T>>();
    REQUIRE(all[0].fits(network()));
    CHECK_FALSE(all[1].fits(network()));
    return all[0].search(network(), read.property, options, is_raw, {});
}

} // namespace

TEST_CASE("topologies have the names of their sizes", "[host]") {
    auto const all = topologies_of<small<float>, wide<double>>();
    REQUIRE(all.size() == 2);
    CHECK(all[0].name == "1-1-1");
    CHECK(all[1].name == "2-3-2-1");
}

TEMPLATE_TEST_CASE("a property is verified case by case", "[host]", float, double) {
    CHECK(outcome_of<TestType>("0 X_0 1", "(>= Y_0 1.5)").answer == answers::holds);
    auto const last = outcome_of<TestType>(
        "0 X_0 1", "(or (and (<= X_0 0.25) (>= Y_0 0.5)) (and (>= X_0 0.5) (>= Y_0 0.75)))");
    CHECK(last.answer == answers::violated);
    CHECK(last.inputs == std::vector<std::string>{"1"});
    CHECK(last.outputs == std::vector<std::string>{"1"});
    CHECK(last.notes.empty());
    CHECK(last.reason == host::unknown_reason::none);

    // The tenth is no number of either scalar, and each neighbour is a counterexample.
    auto const tenth = outcome_of<TestType>("0.1 X_0 0.1", "(>= Y_0 0.01)");
    CHECK(tenth.answer == answers::violated);
    CHECK(tenth.inputs == std::vector<std::string>{"0.1"});
    CHECK(tenth.notes ==
          std::vector<std::string>{
              "no float is between the ends of X_0: it is one with either neighbour"});
    auto const beside = outcome_of<TestType>("0.1 X_0 0.1", "(>= Y_0 0.1)");
    CHECK(beside.answer == answers::unknown);
    CHECK(beside.reason == host::unknown_reason::beside);
    CHECK(beside.inputs.size() == 1);

    // A later counterexample counts, whatever was unknown before.
    auto const later = outcome_of<TestType>(
        "0.1 X_0 1", "(or (and (<= X_0 0.1) (>= Y_0 0.1)) (and (>= X_0 0.5) (>= Y_0 0.75)))");
    CHECK(later.answer == answers::violated);
    CHECK(later.inputs == std::vector<std::string>{"1"});
    CHECK(later.notes.empty());
}

TEMPLATE_TEST_CASE("raw properties have raw counterexamples", "[host]", float, double) {
    // raw y = 4 relu((raw x - 10) / 2) - 1
    CHECK(outcome_of<TestType>("0 X_0 11", "(>= Y_0 1.5)", true).answer == answers::holds);
    auto const found = outcome_of<TestType>("0 X_0 12.5", "(>= Y_0 4)", true);
    CHECK(found.answer == answers::violated);
    CHECK(found.inputs == std::vector<std::string>{"12.5"});
    CHECK(found.outputs == std::vector<std::string>{"4"});
    CHECK(found.notes == std::vector<std::string>{"raw numbers, before they are scaled"});
}

TEST_CASE("what ends the cases of a property is its reason", "[host]") {
    std::string const cases =
        "(or (and (<= X_0 0.25) (>= Y_0 0.5)) (and (>= X_0 0.5) (>= Y_0 1.5)))";
    host::proof_options options;
    options.boxes = 1;
    auto const few = outcome_of<float>("0 X_0 1", cases, false, options);
    CHECK(few.answer == answers::unknown);
    CHECK(few.reason == host::unknown_reason::boxes);
    CHECK(few.boxes == 1);
    options = {};
    options.seconds = -1;
    auto const late = outcome_of<float>("0 X_0 1", cases, false, options);
    CHECK(late.answer == answers::unknown);
    CHECK(late.reason == host::unknown_reason::time);
    auto const large = outcome_of<float>("0 X_0 1e300", "(>= Y_0 0)");
    CHECK(large.answer == answers::wrong);
    CHECK(large.problem == "the property: the network's scalar has no room for the ends of X_0");
}
