#include <ctnn/host/detail/checkpoint.hpp>

#include <cstddef>
#include <ctnn/activation/relu.hpp>
#include <ctnn/layer/dense.hpp>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "../catch.hpp"
#include "problems.hpp"
#include "temporary_file.hpp"

using namespace problems;

namespace {

using split_net = net<float, ctnn::input<2>, ctnn::dense<3, relu>, ctnn::dense<1>>;

std::string text_of(std::string const& path) {
    auto const file = host::read_file(path);
    REQUIRE(!file.problem);
    return file.text;
}
void put(std::string const& path, std::string const& text) {
    std::ofstream(path, std::ios::binary) << text;
}

} // namespace

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
    // (what is known of larger boxes is not kept, so some bounds are a little wider, and some cuts others)
    CHECK(v.verdict.boxes > whole.verdict.boxes - whole.verdict.boxes / 5);
    CHECK(v.verdict.boxes < whole.verdict.boxes + whole.verdict.boxes / 5);
    // What is proven is not looked at again.
    auto options = with(1, 0);
    options.checkpoint = file.path;
    auto const again = host::prove(problem.network, problem.inputs, problem.wanted, options);
    CHECK(again.proven());
    CHECK(again.verdict.boxes == v.verdict.boxes);
}

TEST_CASE("writing checkpoints tells no progress before its time", "[host]") {
    longer_problem const problem(19);
    temporary_file const file("progress");
    std::size_t told = 0;
    auto options = with(1, 1000);
    options.checkpoint = file.path, options.checkpoint_seconds = 0;
    options.progress_seconds = 1000, options.progress = [&](auto const&) { ++told; };
    CHECK(host::prove(problem.network, problem.inputs, problem.wanted, options).unknown());
    CHECK(told == 1); // (at the end)
}

TEST_CASE("a checkpoint keeps the phases of relus", "[host]") {
    split_problem const problem(8, 0.3);
    temporary_file const file("phases");
    auto options = with(1, 60);
    options.checkpoint = file.path;
    auto const run = [&] {
        return host::prove(problem.network, problem.inputs, problem.wanted, options);
    };
    CHECK(run().unknown());
    std::string const good = text_of(file.path);
    using state_type = host::detail::proof_state<many_inputs>;
    state_type state;
    auto const digest = host::detail::digest_of(problem.network, problem.inputs, problem.wanted);
    REQUIRE(!host::detail::read_checkpoint(good, digest, problem.inputs, state));
    CHECK(state.open.size() > 4);
    bool all_with_phases = true;
    for (auto const& one : state.open)
        all_with_phases = all_with_phases && one.region.phases.any();
    CHECK(all_with_phases);
    CHECK(host::detail::checkpoint_text(state, digest) == good);
    // Without a phase, a region would be a larger one: that is noticed.
    for (char const sign : {'+', '-'})
        for (std::size_t at = good.find(sign, good.find("\nbox ")); at != std::string::npos;
             at = good.find(sign, at + 1))
            if (good[at - 1] == ' ' && good[at + 2] != 'x') {
                std::string other = good;
                other[at] = sign == '+' ? '-' : '+';
                put(file.path, other);
                CHECK(run().problem.message().find("not as it was written") != std::string::npos);
            }
    // What can be no phase, in a file whose digest is right.
    auto const refused = [&](std::string const& phases) {
        std::string text = good.substr(0, good.find("\nend ") + 1);
        text.insert(text.size() - 1, phases);
        host::detail::digest sum;
        sum.add(text);
        return host::detail::read_checkpoint(
                   host::detail::joined(text, "end ", host::detail::hex(sum.value()), "\n"), digest,
                   problem.inputs, state)
            .message();
    };
    CHECK(refused(" +8").find("'+8' is no phase of a relu") != std::string::npos);
    CHECK(refused(" 3").find("'3' is no phase of a relu") != std::string::npos);
    CHECK(refused(" +").find("'+' is no phase of a relu") != std::string::npos);
    CHECK(refused(" -0 +1 -2 +3 -4 +5 -6 +7").find("two phases of neuron") != std::string::npos);
    // It goes on to the same end.
    put(file.path, good);
    options.boxes = 100'000;
    auto const v = run();
    CHECK(!v.problem);
    CHECK(v.proven());
    CHECK(v.verdict.boxes > 100);
}

TEST_CASE("a checkpoint of the form before is gone on from", "[host]") {
    long_problem const problem(16);
    temporary_file const file("before");
    auto options = with(1, 30);
    options.checkpoint = file.path;
    CHECK(host::prove(problem.network, problem.inputs, problem.wanted, options).unknown());
    std::string text = text_of(file.path);
    text = text.substr(0, text.find("\nend ") + 1);
    REQUIRE(text.find(" +") == std::string::npos); // it knew no phases
    text[text.find('2')] = '1';
    host::detail::digest sum;
    sum.add(text);
    put(file.path, host::detail::joined(text, "end ", host::detail::hex(sum.value()), "\n"));
    options.boxes = 100'000;
    auto const v = host::prove(problem.network, problem.inputs, problem.wanted, options);
    INFO(v.problem.message());
    CHECK(!v.problem);
    CHECK(v.proven());
}

TEST_CASE("a checkpoint tells strict conditions from those of which 0 is enough", "[host]") {
    net<float, ctnn::input<1>, ctnn::dense<1, relu>> const one{{{{1}}, {0}}};
    host::output_condition<1> strict, not_strict;
    strict.rows = {{{{1}, 0}}};
    not_strict.rows = {{{{1}, 0, true}}};
    CHECK(host::detail::digest_of(one, unit, strict) !=
          host::detail::digest_of(one, unit, not_strict));
    temporary_file const file("strict");
    auto options = with(1);
    options.checkpoint = file.path;
    auto const v = host::prove(one, unit, not_strict, options);
    CHECK(v.proven());
    CHECK(v.verdict.margin == 0);
    // It is read again, and is none of the strict condition.
    auto const again = host::prove(one, unit, not_strict, options);
    CHECK((!again.problem && again.proven() && again.verdict.margin == 0));
    CHECK(host::prove(one, unit, strict, options).problem.line == 2);
    std::filesystem::remove(file.path);
    CHECK(host::prove(one, unit, strict, options).violated());
}

TEST_CASE("a checkpoint that is written while threads work leaves no box out", "[host]") {
    longer_problem const problem(19);
    temporary_file const file("while");
    auto options = with(3);
    options.checkpoint = file.path;
    options.checkpoint_seconds = options.progress_seconds = 0;
    std::vector<std::string> texts;
    options.progress = [&](auto const& now) {
        if (now.boxes > 0 && now.open > 0 && texts.size() < 10)
            texts.push_back(text_of(file.path));
    };
    for (int runs = 0; runs < 100 && texts.size() < 10; ++runs) {
        std::filesystem::remove(file.path);
        REQUIRE(host::prove(problem.network, problem.inputs, problem.wanted, options).proven());
    }
    REQUIRE(!texts.empty());
    options = with(1);
    options.checkpoint = file.path;
    for (auto const& text : texts) {
        put(file.path, text);
        auto const v = host::prove(problem.network, problem.inputs, problem.wanted, options);
        INFO(v.problem.message());
        CHECK(!v.problem);
        CHECK(v.proven());
    }
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
    using four = net<float, ctnn::input<1>, ctnn::dense<1, relu>, ctnn::dense<1>, ctnn::dense<1>,
                     ctnn::dense<1>>;
    // 0 times an infinity for the last two numbers up to 0.5, and 0 for the others.
    four const one{{{{1}}, {-0.5f + 0x1p-24f}}, {{{0x1p127f}}, {}}, {{{0x1p26f}}, {}}, {{{0}}, {}}};
    verify::condition<1, 1, 1> const wanted{{{{{{{1}, 1}}}}}};
    box<float, 1> const in{{0}, {0.5f}};
    temporary_file const file("given_up");
    auto options = with(2);
    options.checkpoint = file.path;
    auto const v = host::prove(one, in, wanted, options);
    CHECK(v.unknown());
    CHECK(v.progress.open == 0);
    CHECK(v.progress.share > 0.999);
    auto const& left = v.verdict.left;
    CHECK(left.lower == left.upper);
    CHECK(left.lower[0] > 0.4999999f);
    auto const again = host::prove(one, in, wanted, options);
    CHECK(again.unknown());
    CHECK(again.verdict.boxes == v.verdict.boxes);
    CHECK(again.verdict.left == left);
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
        CHECK((v.unknown() && v.problem && (v.problem.line > 0 || size == 0)));
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

TEST_CASE("each field of a checkpoint says what is wrong with it", "[host]") {
    using state_type = host::detail::proof_state<split_net>;
    constexpr box<float, 2> whole{{-1, -1}, {1, 1}};
    std::string const good =
        "ctnn proof checkpoint 2\nproblem 1234\ninputs 2\nboxes 30\n"
        "share 0x1p-1\nmargin 0x1p-7\n"
        "given_up 1 0x1p-2 0x0p+0 0x0p+0 0x0p+0 0x0p+0\ncounterexample\nopen 2\n"
        "box 0x1p-3 -0x1p+0 -0x1p+0 -0x1p-1 0x1p+0 +0 -2\n"
        "box 0x1p-3 0x1p-1 0x1p-149 0x1p+0 0x1p+0\n";
    // (with the digest of what it is)
    auto const read = [&](std::string const& text) {
        host::detail::digest sum;
        sum.add(text);
        state_type state;
        return host::detail::read_checkpoint(
                   text + host::detail::joined("end ", host::detail::hex(sum.value()), "\n"),
                   0x1234, whole, state)
            .message();
    };
    CHECK(read(good).empty());
    {
        using verify::detail::phase;
        host::detail::digest sum;
        sum.add(good);
        std::string const whole_text =
            good + host::detail::joined("end ", host::detail::hex(sum.value()), "\n");
        state_type kept;
        REQUIRE(!host::detail::read_checkpoint(whole_text, 0x1234, whole, kept));
        auto const& phases = kept.open.at(0).region.phases;
        CHECK((phases.of(0) == phase::on && phases.of(1) == phase::free &&
               phases.of(2) == phase::off));
        CHECK(host::detail::checkpoint_text(kept, 0x1234) == whole_text);
    }
    auto const with = [&](std::string const& from, std::string const& to) {
        std::string text = good;
        REQUIRE(text.find(from) != text.npos);
        return read(text.replace(text.find(from), from.size(), to));
    };
    CHECK(with("margin 0x1p-7", "margin 0xinf").empty());
    CHECK(with("margin 0x1p-7", "margin 0x0p+0")
              .empty()); // where a constraint holds because 0 suffices
    CHECK(with("share 0x1p-1", "share 0x0p+0") == "line 11: the boxes do not add up to the whole");
    struct {
        char const* from;
        char const* to;
        char const* message;
    } const wrong[] = {
        {"checkpoint 2", "checkpoint 3",
         "line 1: it is of another version of ctnn, 'ctnn proof checkpoint 3'"},
        {"ctnn proof", "c++n proof", "line 1: it is no checkpoint of a proof"},
        {"2\n", "2\r\n", "line 1: the line has a carriage return in it, which was not written"},
        {"problem 1234", "problem 1235",
         "line 2: it is of another network, box or condition, or of another build"},
        {"problem 1234", "problem 11111111111111111", "line 2: '11111111111111111' is not a count"},
        {"problem 1234", "problem", "line 2: the line has 0 numbers and needs 1"},
        {"inputs 2", "inputs 3", "line 3: it has another number of inputs"},
        {"inputs 2", "inputs -2", "line 3: '-2' is not a count"},
        {"boxes 30", "boxes 99999999999999999999", "line 4: '99999999999999999999' is not a count"},
        {"boxes 30", "boxes 30 1", "line 4: the line has 2 numbers and needs 1"},
        {"boxes 30", "boxes  30", "line 4: the line has 2 numbers and needs 1"},
        {"boxes 30", "box 30", "line 4: the line does not begin with 'boxes'"},
        {"share 0x1p-1", "share 0x1p+1", "line 5: '0x1p+1' is no share, from 0 to 1"},
        {"share 0x1p-1", "share -0x1p-1", "line 5: '-0x1p-1' is no share, from 0 to 1"},
        {"share 0x1p-1", "share 0xnan", "line 5: '0xnan' is none of the network's numbers"},
        {"share 0x1p-1", "share 0.5", "line 5: '0.5' is no hexadecimal number that a double is"},
        {"margin 0x1p-7", "margin -0x1p-1074", "line 6: the margin is below 0"},
        {"margin 0x1p-7", "margin -0xinf", "line 6: '-0xinf' is none of the network's numbers"},
        {"margin 0x1p-7", "margin 0x1p+9999",
         "line 6: '0x1p+9999' is no hexadecimal number that a double is"},
        {"given_up 1", "given_up 0", "line 7: no box is given up, but a share of the whole"},
        {"given_up 1 0x1p-2 0x0p+0", "given_up 1 0x1p-2 0x1p+1",
         "line 7: the box is not within the box of the proof"},
        {"counterexample", "counterexample 0x1p+0",
         "line 8: the counterexample has another number of inputs"},
        {"counterexample", "counterexample 0x1p+0 0x1p+1",
         "line 8: the counterexample is not within the box of the proof"},
        {"open 2", "open 99999999999999", "line 12: the line does not begin with 'box'"},
        {"open 2", "open 1", "line 10: the boxes do not add up to the whole"},
        {"0x1p-149", "0x1p-150", "line 11: '0x1p-150' is none of the network's numbers"},
        {"0x1p-149", "0x1p+999", "line 11: '0x1p+999' is none of the network's numbers"},
        {"0x1p-149", "0xnan", "line 11: '0xnan' is none of the network's numbers"},
        {"0x1p-149", "0x1p+0x", "line 11: '0x1p+0x' is no hexadecimal number that a double is"},
        {"0x1p-1 0x1p-149 0x1p+0", "0x1p-1", "line 11: the line has 3 numbers and needs 5"},
        {"0x1p-149", "0x1p+1", "line 11: the box is not within the box of the proof"},
        {" +0 -2", " +3 -2", "line 10: '+3' is no phase of a relu"},
        {" +0 -2", " +0 -0", "line 10: the line has two phases of neuron 0"},
    };
    for (auto const& one : wrong)
        CHECK(with(one.from, one.to) == one.message);
    state_type state;
    auto const message = [&](std::string const& text) {
        return host::detail::read_checkpoint(text, 0x1234, whole, state).message();
    };
    CHECK(message("") == "the file is empty");
    CHECK(message("\x1f\x8b") ==
          "line 1: the file is compressed by gzip: unpack it, or build with zlib (CTNN_ZLIB)");
    CHECK(message("hello") == "line 1: it is no checkpoint of a proof");
    CHECK(message(good + "end 1\n") == "line 12: the file is not as it was written");
    CHECK(message(good + "end g\n") == "line 12: 'g' is not a count");
}

TEST_CASE("a checkpoint that can not be read is told", "[host]") {
    auto options = with(1);
    options.checkpoint = std::filesystem::temp_directory_path().string();
    auto const found = host::prove(tent_at(0, 1), unit, below_half, options);
    CHECK(found.unknown());
    CHECK(found.problem.message() == options.checkpoint + " is a folder");
}
