#include <ctnn/host/unknown_reason.hpp>

#include <ctnn/ctnn.hpp>
#include <ctnn/host/prove_case.hpp>
#include <ctnn/host/vnnlib.hpp>
#include <string>

#include "../catch.hpp"
#include "problems.hpp"

namespace {

using namespace problems;
using host::unknown_reason;

template <class T>
using two_net = ctnn::network<T, ctnn::input<1>, ctnn::dense<2>, ctnn::dense<1>>;
template <class T>
using chain_net = ctnn::network<T, ctnn::input<1>, ctnn::dense<1>, ctnn::dense<1>>;

constexpr chain_net<float> same{{{{1}}, {0}}, {{{1}}, {0}}};

// Each neuron is there twice, and the output is their difference: it is 0, but for roundings. To show that it is
// below 0.001 takes millions of boxes along each of the planes on which two neurons bend.
using pairs_net = ctnn::network<float, ctnn::input<3>, ctnn::dense<32, ctnn::relu>, ctnn::dense<1>>;
pairs_net const endless = [] {
    auto net = ctnn::initialize<pairs_net>(ctnn::glorot_uniform{}, 5);
    for (std::size_t k = 0; k < 32; k += 2) {
        for (std::size_t i = 0; i < 3; ++i)
            net.layer<0>().weights[i][k + 1] = net.layer<0>().weights[i][k];
        net.layer<1>().weights[k][0] = 1, net.layer<1>().weights[k + 1][0] = -1;
    }
    return net;
}();

} // namespace

TEST_CASE("a search that ends in a verdict has no reason to be unknown", "[host]") {
    tent const flat = tent_at(0, 1);
    CHECK(host::prove(flat, unit, below_half, with(1)).reason == unknown_reason::none);
    host::output_condition<1> wide;
    wide.rows = {{{{-1}, 5}}};
    auto const proven = host::prove(flat, unit, wide, with(1));
    CHECK(proven.proven());
    CHECK(proven.reason == unknown_reason::none);
}

TEST_CASE("of an unknown verdict, the budget that was spent is told", "[host]") {
    long_problem const problem(16);
    for (unsigned threads : {1u, 2u}) {
        auto const few =
            host::prove(problem.network, problem.inputs, problem.wanted, with(threads, 10));
        CHECK(few.unknown());
        CHECK(few.reason == unknown_reason::boxes);
        auto options = with(threads);
        options.seconds = 0;
        auto const late = host::prove(problem.network, problem.inputs, problem.wanted, options);
        CHECK(late.unknown());
        CHECK(late.reason == unknown_reason::time);
    }
    auto options = with(2, 100'000'000);
    options.seconds = 0.01;
    auto const late = host::prove(endless, box<float, 3>{{-1, -1, -1}, {1, 1, 1}},
                                  ctnn::verify::outputs::output<0> < 0.001, options);
    CHECK(late.unknown());
    CHECK(late.reason == unknown_reason::time);
}

TEST_CASE("what more boxes can not decide is told apart", "[host]") {
    // (the program's outputs decide a box of one input, if they are numbers, so this is a state by hand)
    host::detail::proof_state<chain_net<float>> state;
    state.given_up = 1;
    state.left = {{0.5f}, {0.5f}};
    CHECK(host::detail::reason_of(same, state, unknown_reason::none) == unknown_reason::precision);
    state.open.push_back({});
    CHECK(host::detail::reason_of(same, state, unknown_reason::boxes) == unknown_reason::boxes);
    // An infinity minus an infinity.
    two_net<float> const large{{{{3e38f, 3e38f}}, {0, 0}}, {{{1}, {-1}}, {0}}};
    host::output_condition<1> wanted;
    wanted.rows = {{{{1}, 1}}};
    auto const infinite = host::prove(large, {{2}, {2}}, wanted, with(1));
    CHECK(infinite.unknown());
    CHECK(infinite.reason == unknown_reason::not_finite);
}

TEST_CASE("what is no box, and a counterexample next to one, are reasons", "[host]") {
    tent const flat = tent_at(0, 1);
    box<float, 1> const none{{1}, {0}};
    CHECK(host::prove(flat, none, below_half).reason == unknown_reason::refused);
    CHECK(host::prove(flat, none, below_half).verdict.left == none);
    auto options = with(1);
    options.checkpoint = "no/such/folder/file";
    auto const refused = host::prove(flat, unit, below_half, options);
    CHECK(refused.reason == unknown_reason::refused);
    CHECK(refused.verdict.left == unit);

    auto const reason_of = [&](std::string const& bounds, std::string const& limit) {
        auto const read = host::read_vnnlib("(declare-const X_0 Real)(declare-const Y_0 Real)"
                                            "(assert (<= " +
                                            bounds + "))(assert (>= Y_0 " + limit + "))");
        REQUIRE(!read.problem);
        return host::prove_case(same, read.property.cases[0], with(1)).reason;
    };
    CHECK(reason_of("0.05 X_0 0.1", "0.1000000001") == unknown_reason::beside);
    CHECK(reason_of("0.05 X_0 0.1", "0.09") == unknown_reason::none);
    CHECK(reason_of("0.05 X_0 0.1", "0.2") == unknown_reason::none);
    CHECK(reason_of("0.05 X_0 1e300", "0.2") == unknown_reason::refused);
}

TEST_CASE("each reason has a sentence", "[host]") {
    struct {
        unknown_reason reason;
        char const* text;
    } const all[] = {
        {unknown_reason::none, ""},
        {unknown_reason::time, "the time is up"},
        {unknown_reason::boxes, "the boxes are spent"},
        {unknown_reason::precision,
         "a box of single numbers can be neither proven nor violated: roundings decide"},
        {unknown_reason::not_finite, "a box of single numbers can be neither proven nor violated: "
                                     "the program computes an infinity or a NaN there"},
        {unknown_reason::beside, "a counterexample lies next to the decimal box, and none within"},
        {unknown_reason::refused, "nothing was searched"},
    };
    for (auto const& one : all)
        CHECK(host::text_of(one.reason) == one.text);
}
