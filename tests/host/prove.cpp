#include <ctnn/host/prove.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <ctnn/activation/relu.hpp>
#include <ctnn/layer/dense.hpp>
#include <ctnn/network/network.hpp>
#include <ctnn/number/next_above.hpp>
#include <ctnn/verify/class_is.hpp>
#include <ctnn/verify/prove.hpp>
#include <limits>
#include <vector>

#include "../catch.hpp"
#include "../soundness/nets.hpp"
#include "problems.hpp"

using namespace problems;

namespace {

// The proof by one thread, of which that by several has the boxes and the margin.
template <class Problem>
auto same_with_threads(Problem const& problem, unsigned threads) {
    auto const one = host::prove(problem.network, problem.inputs, problem.wanted, with(1));
    auto const several =
        host::prove(problem.network, problem.inputs, problem.wanted, with(threads));
    CHECK(one.proven());
    CHECK(one.verdict.boxes > 100);
    CHECK(several.proven());
    CHECK(several.verdict.boxes == one.verdict.boxes);
    CHECK(several.verdict.margin == one.verdict.margin);
    CHECK(one.progress.share == 1);
    CHECK(one.progress.open == 0);
    return one;
}

} // namespace

TEST_CASE("the host's verdict is that of trying every input", "[host]") {
    using one_input =
        net<float, ctnn::input<1>, ctnn::dense<5, relu>, ctnn::dense<4, relu>, ctnn::dense<1>>;
    soundness::draw random(31);
    int proven = 0, violated = 0;
    for (int k = 0; k < 40; ++k) {
        auto const one = soundness::network<one_input>(random);
        float const from = static_cast<float>(random.between(-1, 1));
        float to = from, most = one(std::array{from})[0];
        for (int i = 0; i < 200; ++i) {
            to = ctnn::number::next_above(to);
            most = std::max(most, one(std::array{to})[0]);
        }
        for (float limit : {most, most + 1e-6f, most - 1e-6f}) {
            verify::condition<1, 1, 1> const below{{{{{{{-1}, static_cast<double>(limit)}}}}}};
            for (unsigned threads : {1u, 4u}) {
                auto const v = host::prove(one, {{from}, {to}}, below, with(threads));
                CHECK_FALSE((v.proven() && most >= limit));
                if (v.violated())
                    CHECK(one(v.verdict.counterexample)[0] >= limit);
                proven += v.proven(), violated += v.violated();
            }
        }
    }
    CHECK(proven >= 60);
    CHECK(violated >= 60);
}

TEST_CASE("the host's verdict is that of verify::prove for any number of threads", "[host]") {
    using classes = net<float, ctnn::input<3>, ctnn::dense<6, relu>, ctnn::dense<3>>;
    soundness::draw random(32);
    int proven = 0, violated = 0;
    for (int k = 0; k < 60; ++k) {
        auto const one = soundness::network<classes>(random);
        auto const in = soundness::box<float, 3>(random);
        std::size_t const which = random.below(3);
        auto const wanted = verify::classes::is<3>(which);
        auto const expected = verify::prove(one, in, wanted, 2000);
        for (unsigned threads : {1u, 4u}) {
            auto const v = host::prove(one, in, wanted, with(threads, 20'000));
            if (!expected.unknown())
                CHECK(v.verdict.kind == expected.kind);
            if (v.violated()) {
                auto const y = one(v.verdict.counterexample);
                CHECK(in.contains(v.verdict.counterexample));
                CHECK(wanted.is_violated_by(y));
            }
        }
        proven += expected.proven(), violated += expected.violated();
    }
    CHECK(proven > 10);
    CHECK(violated > 20);
}

TEST_CASE("a long proof takes the same boxes with any number of threads", "[host]") {
    same_with_threads(long_problem(16), 4);
}

TEST_CASE("scouts take part in the budget and not in the proof", "[host]") {
    longer_problem const problem(19);
    auto const whole = same_with_threads(problem, 4);
    REQUIRE(whole.verdict.boxes > 1000);
    // After 500 boxes every eighth one is a scout's.
    auto const few = host::prove(problem.network, problem.inputs, problem.wanted, with(1, 900));
    CHECK(few.unknown());
    CHECK(few.verdict.boxes == 900 - (900 / 8 - 500 / 8));
    CHECK(few.progress.share < 1);
    // A counterexample that a scout finds is one.
    for (double room : {-1e-3, -1e-4, -1e-6}) {
        longer_problem const violated(19, room);
        for (unsigned threads : {1u, 3u}) {
            auto const v =
                host::prove(violated.network, violated.inputs, violated.wanted, with(threads));
            REQUIRE(v.violated());
            CHECK(violated.wanted.is_violated_by(violated.network(v.verdict.counterexample)));
        }
    }
}

TEST_CASE("a proof that splits relus takes the same boxes with any number of threads", "[host]") {
    split_problem const problem(8, 0.3);
    auto const one = same_with_threads(problem, 2);
    // No point is above what was proven.
    soundness::draw random(45);
    double least = 1e9;
    for (int k = 0; k < 100'000; ++k) {
        auto const y = problem.network(soundness::point(random, problem.inputs));
        least = std::min(least, problem.wanted.rows[0][0].constant - static_cast<double>(y[0]));
    }
    CHECK(one.verdict.margin <= least);
    for (unsigned seed : {2u, 6u, 8u, 21u}) {
        split_problem const near(seed, 0.02);
        for (unsigned threads : {1u, 2u}) {
            auto const v = host::prove(near.network, near.inputs, near.wanted, with(threads));
            REQUIRE(v.violated());
            CHECK(near.wanted.is_violated_by(near.network(v.verdict.counterexample)));
        }
    }
}

TEST_CASE("hidden counterexamples are found", "[host]") {
    soundness::draw random(33);
    for (int k = 0; k < 20; ++k) {
        auto const one = tent_at(static_cast<float>(random.between(-0.99, 0.99)), 1e-3f);
        auto const v = host::prove(one, unit, below_half, with(2));
        REQUIRE(v.violated());
        CHECK(one(v.verdict.counterexample)[0] >= 0.5f);
    }
}

TEST_CASE("nothing is proven of what is no box and no condition", "[host]") {
    constexpr float no_number = std::numeric_limits<float>::quiet_NaN();
    tent const flat = tent_at(0, 1);
    char const* const no_box = "the box is not valid: an end is not finite, or above the other";
    char const* const no_condition = "the condition is not valid: a number is not finite or was "
                                     "rounded, the network has no such "
                                     "class, or a row has no constraints or more than 64";
    auto const refused = [&](auto const& result, char const* reason) {
        CHECK(result.unknown());
        CHECK(result.problem.message() == reason);
    };
    refused(host::prove(flat, {{1}, {0}}, below_half), no_box);
    refused(host::prove(flat, {{no_number}, {0}}, below_half), no_box);
    host::output_condition<1> empty_row;
    empty_row.rows = {{}};
    refused(host::prove(flat, unit, empty_row), no_condition);
    host::output_condition<1> wide;
    wide.rows = {std::vector<verify::linear_constraint<1>>(65)};
    refused(host::prove(flat, unit, wide), no_condition);
}

TEST_CASE("budgets end a search, and progress is told", "[host]") {
    long_problem const problem(16);
    auto const few = host::prove(problem.network, problem.inputs, problem.wanted, with(1, 10));
    CHECK(few.unknown());
    CHECK(few.verdict.boxes == 10);
    CHECK(few.verdict.left.is_valid());
    auto options = with(2);
    options.seconds = 0;
    CHECK(host::prove(problem.network, problem.inputs, problem.wanted, options).unknown());
    std::vector<host::proof_progress> told;
    options = with(2);
    options.progress_seconds = 0;
    options.progress = [&](auto const& now) { told.push_back(now); };
    CHECK(host::prove(problem.network, problem.inputs, problem.wanted, options).proven());
    REQUIRE(!told.empty());
    CHECK(told.back().share == 1);
    CHECK(told.back().open == 0);
    CHECK(std::is_sorted(told.begin(), told.end(),
                         [](auto const& a, auto const& b) { return a.boxes < b.boxes; }));
    CHECK(host::proof_progress{12, 3, 0.5, 1.25}.line() ==
          "12 boxes, 3 open, 50.00 % proven, 1.2 s");
}
