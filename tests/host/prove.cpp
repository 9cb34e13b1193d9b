#include <ctnn/host/prove.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <ctnn/number/next_above.hpp>
#include <ctnn/verify/class_is.hpp>
#include <ctnn/verify/prove.hpp>
#include <fstream>
#include <limits>
#include <string>
#include <vector>

#include "../catch.hpp"
#include "../soundness/nets.hpp"
#include "temporary_file.hpp"

namespace {

namespace verify = ctnn::verify;
namespace host = ctnn::host;
using ctnn::box;
using ctnn::relu;

template <class T, class... Layers>
using net = ctnn::network<T, Layers...>;

// A tent over [-1, 1] of height 1 at `peak`, in one input.
using tent = net<float, ctnn::input<1>, ctnn::dense<3, relu>, ctnn::dense<1>>;
constexpr tent tent_at(float peak, float width) {
    return {{{{1, 1, 1}}, {-peak + width, -peak, -peak - width}},
            {{{1 / width}, {-2 / width}, {1 / width}}, {0}}};
}
constexpr box<float, 1> unit{{-1}, {1}};
constexpr verify::condition<1, 1, 1> below_half{{{{{{{-1}, 0.5}}}}}};

host::proof_options with(unsigned threads, std::size_t boxes = 100'000) {
    host::proof_options options;
    options.threads = threads;
    options.boxes = boxes;
    return options;
}

// What takes some thousand boxes: a range just above the largest output.
using model =
    net<float, ctnn::input<3>, ctnn::dense<10, relu>, ctnn::dense<10, relu>, ctnn::dense<2>>;
struct long_problem {
    model network;
    box<float, 3> inputs{{-1, -1, -1}, {1, 1, 1}};
    host::output_condition<2> wanted{};

    explicit long_problem(unsigned seed, double room = 0.02) {
        soundness::draw random(seed);
        network = soundness::network<model>(random);
        double most = -1e9;
        for (int k = 0; k < 20'000; ++k)
            most =
                std::max(most, static_cast<double>(network(soundness::point(random, inputs))[0]));
        wanted.rows = {{{{-1, 0}, most + room}}};
    }
};

std::string text_of(std::string const& path) {
    std::string text;
    REQUIRE(host::detail::read_file(path, text));
    return text;
}
void put(std::string const& path, std::string const& text) {
    std::ofstream(path, std::ios::binary) << text;
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
    long_problem const problem(16);
    auto const one = host::prove(problem.network, problem.inputs, problem.wanted, with(1));
    auto const four = host::prove(problem.network, problem.inputs, problem.wanted, with(4));
    CHECK(one.proven());
    CHECK(one.verdict.boxes > 100);
    CHECK(four.proven());
    CHECK(four.verdict.boxes == one.verdict.boxes);
    CHECK(four.verdict.margin == one.verdict.margin);
    CHECK(one.progress.share == 1);
    CHECK(one.progress.open == 0);
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
    CHECK(host::prove(flat, {{1}, {0}}, below_half).unknown());
    CHECK(host::prove(flat, {{no_number}, {0}}, below_half).unknown());
    host::output_condition<1> empty_row;
    empty_row.rows = {{}};
    CHECK(host::prove(flat, unit, empty_row).unknown());
    host::output_condition<1> wide;
    wide.rows = {std::vector<verify::linear_constraint<1>>(65)};
    CHECK(host::prove(flat, unit, wide).unknown());
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

TEST_CASE("a proof that was stopped goes on from its checkpoint", "[host]") {
    long_problem const problem(16);
    auto const whole = host::prove(problem.network, problem.inputs, problem.wanted, with(1));
    temporary_file const file("resumed");
    std::size_t runs = 0;
    host::proof_result<float, 3> v;
    do {
        auto options = with(2, whole.verdict.boxes / 5);
        options.checkpoint = file.path;
        v = host::prove(problem.network, problem.inputs, problem.wanted, options);
        REQUIRE(!v.problem);
        ++runs;
    } while (v.unknown() && runs < 20);
    CHECK(v.proven());
    CHECK((runs == 5 || runs == 6));
    // (without what is known of larger boxes a bound may be a little wider)
    CHECK(v.verdict.boxes >= whole.verdict.boxes);
    CHECK(v.verdict.boxes < whole.verdict.boxes + whole.verdict.boxes / 5);
    // What is proven is not looked at again.
    auto options = with(1, 0);
    options.checkpoint = file.path;
    auto const again = host::prove(problem.network, problem.inputs, problem.wanted, options);
    CHECK(again.proven());
    CHECK(again.verdict.boxes == v.verdict.boxes);
}

TEST_CASE("a checkpoint holds a counterexample", "[host]") {
    tent const one = tent_at(0.37f, 0.01f);
    temporary_file const file("violated");
    auto options = with(1);
    options.checkpoint = file.path;
    CHECK(host::prove(one, unit, below_half, options).violated());
    options.boxes = 0;
    auto const again = host::prove(one, unit, below_half, options);
    CHECK(again.violated());
    CHECK(one(again.verdict.counterexample)[0] >= 0.5f);
}

TEST_CASE("what can be neither proven nor cut is given up, and the rest is still looked at",
          "[host]") {
    using line = net<float, ctnn::input<1>, ctnn::dense<1>>;
    line const one{{{{1}}, {0}}};
    // (whether 0.5, as rounded, is below 0.5 is not certain)
    box<float, 1> const in{{0}, {0.5f}};
    temporary_file const file("given_up");
    auto options = with(2);
    options.checkpoint = file.path;
    auto const v = host::prove(one, in, below_half, options);
    CHECK(v.unknown());
    CHECK(v.progress.open == 0);
    CHECK(v.progress.share > 0.999);
    CHECK(v.verdict.left == box<float, 1>{{0.5f}, {0.5f}});
    auto const again = host::prove(one, in, below_half, options);
    CHECK(again.unknown());
    CHECK(again.verdict.boxes == v.verdict.boxes);
    CHECK(again.verdict.left == v.verdict.left);
}

TEST_CASE("checkpoints that are broken or of something else say what is wrong", "[host]") {
    long_problem problem(16);
    temporary_file const file("broken");
    auto options = with(1, 6);
    options.checkpoint = file.path;
    auto const run = [&] {
        return host::prove(problem.network, problem.inputs, problem.wanted, options);
    };
    REQUIRE(!run().problem);
    std::string const good = text_of(file.path);
    // Cut off at each byte.
    for (std::size_t size = 0; size < good.size(); ++size) {
        put(file.path, good.substr(0, size));
        auto const v = run();
        CHECK((v.unknown() && v.problem && v.problem.line > 0));
    }
    // One digit that is another.
    for (std::size_t at = 0; at < good.size(); ++at)
        if (good[at] >= '0' && good[at] <= '9') {
            std::string other = good;
            other[at] = other[at] == '9' ? '8' : static_cast<char>(other[at] + 1);
            put(file.path, other);
            auto const v = run();
            CHECK((v.unknown() && v.problem));
        }
    put(file.path, good + "\n");
    CHECK(run().problem);
    put(file.path, good);
    CHECK(!run().problem);

    put(file.path, good);
    problem.network.layer<0>().biases[0] += 1e-6f;
    auto const other_network = run();
    CHECK(other_network.problem.line == 2);
    CHECK(other_network.problem.message() ==
          "line 2: it is of another network, box or condition, or of another build");
    problem = long_problem(16);
    problem.inputs.upper[0] = 2;
    CHECK(run().problem.line == 2);
    problem = long_problem(16, 0.021);
    CHECK(run().problem.line == 2);
    options.checkpoint = "no such folder/checkpoint";
    CHECK(run().problem.message() ==
          "the checkpoint no such folder/checkpoint.next can not be written");
}
