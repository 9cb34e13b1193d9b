#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <ctnn/host/detail/digest.hpp>
#include <ctnn/host/detail/hex_numbers.hpp>
#include <ctnn/host/detail/joined.hpp>
#include <ctnn/host/detail/plain_text.hpp>
#include <ctnn/host/detail/proof_state.hpp>
#include <ctnn/host/detail/replace_file.hpp>
#include <ctnn/host/detail/shown.hpp>
#include <ctnn/host/file_problem.hpp>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

// The file that a long proof leaves and goes on from: docs/host_verification.md has its form.

namespace ctnn::host::detail {
CTNN_ARITHMETIC_BEGIN

inline constexpr std::string_view checkpoint_title = "ctnn proof checkpoint 2";
// The same but for phases, which it had none of.
inline constexpr std::string_view checkpoint_title_before = "ctnn proof checkpoint 1";

template <class T, std::size_t N>
void write_numbers(std::string& to, std::array<T, N> const& values) {
    for (T const value : values)
        to += joined(" ", hex(static_cast<double>(value)));
}

// Neurons that are on or off, by their number: +3 -17.
template <class Network>
void write_phases(std::string& to, verify::detail::neuron_phases<Network> const& phases) {
    for (std::size_t i = 0; i < phases.size; ++i)
        if (auto const side = phases.of(i); side != verify::detail::phase::free)
            to += joined(side == verify::detail::phase::on ? " +" : " -", i);
}

template <class Network>
std::string checkpoint_text(proof_state<Network> const& state, std::uint64_t problem) {
    std::string text(checkpoint_title);
    text += joined("\nproblem ", hex(problem));
    text += joined("\ninputs ", Network::input_size);
    text += joined("\nboxes ", state.boxes);
    text += joined("\nshare ", hex(state.share));
    text += joined("\nmargin ", hex(state.margin));
    text += joined("\ngiven_up ", state.given_up, " ", hex(state.given_up_share));
    write_numbers(text, state.left.lower), write_numbers(text, state.left.upper);
    text += "\ncounterexample";
    if (state.counterexample)
        write_numbers(text, *state.counterexample);
    text += joined("\nopen ", state.open.size());
    for (auto const& one : state.open) {
        text += joined("\nbox ", hex(one.share));
        write_numbers(text, one.region.in.lower), write_numbers(text, one.region.in.upper);
        write_phases(text, one.region.phases);
    }
    text += '\n';
    digest sum;
    sum.add(text);
    return joined(text, "end ", hex(sum.value()), "\n");
}

inline file_problem write_checkpoint(std::string const& path, std::string const& text) {
    file_problem problem = replace_file(path, text);
    if (problem)
        problem.reason = joined("the checkpoint ", problem.reason);
    return problem;
}

// Reads line after line, each a word and numbers after it.
class checkpoint_lines {
public:
    explicit checkpoint_lines(std::string_view all) {
        plain_text const plain(all);
        text_ = plain.text;
        problem = plain.problem;
    }

    file_problem problem{};
    std::vector<std::string_view> fields{}; // after the word

    void fail(std::string const& reason) {
        if (!problem)
            problem = {line_, reason};
    }
    bool next(std::string_view word) {
        if (problem)
            return false;
        ++line_;
        std::size_t const end = text_.find('\n', at_);
        if (end == std::string_view::npos) {
            fail(joined("the file ends where '", word, "' should be"));
            return false;
        }
        begin_ = at_;
        std::string_view rest = text_.substr(at_, end - at_);
        at_ = end + 1;
        if (rest.find('\r') != rest.npos) {
            fail("the line has a carriage return in it, which was not written");
            return false;
        }
        if (rest.substr(0, word.size()) != word) {
            fail(joined("the line does not begin with '", word, "'"));
            return false;
        }
        rest.remove_prefix(word.size());
        fields.clear();
        while (!rest.empty()) {
            if (rest[0] != ' ') {
                fail(joined("the line has more in it than a space after '", word, "'"));
                return false;
            }
            rest.remove_prefix(1);
            fields.push_back(rest.substr(0, rest.find(' ')));
            rest.remove_prefix(fields.back().size());
        }
        return true;
    }
    bool next(std::string_view word, std::size_t count) {
        if (next(word) && fields.size() != count)
            fail(joined("the line has ", fields.size(), " numbers and needs ", count));
        return !problem;
    }
    // (of a double that is exactly a T)
    template <class T>
    void number(std::size_t index, T& to) {
        double value = 0;
        if (!problem && !read_hex(fields[index], value))
            fail(joined(shown(fields[index]), " is no hexadecimal number that a double is"));
        constexpr auto most = static_cast<double>((std::numeric_limits<T>::max)());
        if (!problem && value >= -most && value <= most)
            to = static_cast<T>(value);
        if (!problem && !(static_cast<double>(to) == value))
            fail(joined(shown(fields[index]), " is none of the network's numbers"));
    }
    // A part of the whole.
    void share(std::size_t index, double& to) {
        number(index, to);
        if (!problem && !(to >= 0 && to <= 1))
            fail(joined(shown(fields[index]), " is no share, from 0 to 1"));
    }
    // (no margin is infinite of which nothing is proven)
    void margin(std::size_t index, double& to) {
        constexpr double infinity = std::numeric_limits<double>::infinity();
        if (!problem && fields[index] == hex(infinity))
            to = infinity;
        else
            number(index, to);
        if (!problem && !(to >= 0))
            fail("the margin is below 0");
    }
    // The first line, of this form of checkpoints or the one before.
    void title() {
        if (problem)
            return;
        std::string_view const kind = checkpoint_title.substr(0, checkpoint_title.rfind(' ') + 1);
        std::string_view const first = text_.substr(0, text_.find_first_of("\r\n"));
        bool const is_of_before = first == checkpoint_title_before;
        bool const is_cut =
            first.size() == text_.size() && first == checkpoint_title.substr(0, first.size());
        if (first != checkpoint_title && !is_of_before && !is_cut) {
            line_ = 1;
            return fail(first.substr(0, kind.size()) == kind
                            ? joined("it is of another version of ctnn, ", shown(first))
                            : std::string("it is no checkpoint of a proof"));
        }
        next(is_of_before ? checkpoint_title_before : checkpoint_title, 0);
    }
    template <class T, std::size_t N>
    void numbers(std::size_t first, std::array<T, N>& to) {
        for (std::size_t i = 0; i < N; ++i)
            number(first + i, to[i]);
    }
    template <class Integer>
    void integer(std::size_t index, Integer& to, int base = 10) {
        if (!problem && !read_integer(fields[index], to, base))
            fail(joined(shown(fields[index]), " is not a count"));
    }
    // (of what is after the first fields)
    template <class Network>
    void phases(std::size_t first, verify::detail::neuron_phases<Network>& to) {
        using verify::detail::phase;
        for (std::size_t index = first; !problem && index < fields.size(); ++index) {
            std::string_view const field = fields[index];
            std::size_t neuron = 0;
            bool const is_on = field.substr(0, 1) == "+";
            if ((!is_on && field.substr(0, 1) != "-") || !read_integer(field.substr(1), neuron) ||
                !verify::detail::is_relu_neuron<Network>(neuron))
                fail(joined(shown(field), " is no phase of a relu"));
            else if (to.of(neuron) != phase::free)
                fail(joined("the line has two phases of neuron ", neuron));
            else
                to.set(neuron, is_on ? phase::on : phase::off);
        }
    }
    std::string_view before_line() const { return text_.substr(0, begin_); }
    bool is_at_end() const { return at_ == text_.size(); }

private:
    std::string_view text_;
    std::size_t at_ = 0, begin_ = 0, line_ = 0;
};

template <class Network, class T = typename Network::scalar, std::size_t N = Network::input_size>
file_problem read_checkpoint(std::string_view text, std::uint64_t problem, box<T, N> const& whole,
                             proof_state<Network>& to) {
    checkpoint_lines lines(text);
    proof_state<Network> state;
    std::uint64_t proven = 0, sum = 0;
    std::size_t count = 0;
    auto const read_box = [&](std::size_t first, box<T, N>& in) {
        lines.numbers(first, in.lower), lines.numbers(first + N, in.upper);
        if (!lines.problem &&
            !(in.is_valid() && whole.contains(in.lower) && whole.contains(in.upper)))
            lines.fail("the box is not within the box of the proof");
    };
    lines.title();
    if (lines.next("problem", 1))
        lines.integer(0, proven, 16);
    if (!lines.problem && proven != problem)
        lines.fail("it is of another network, box or condition, or of another build");
    if (lines.next("inputs", 1))
        lines.integer(0, count);
    if (!lines.problem && count != N)
        lines.fail("it has another number of inputs");
    if (lines.next("boxes", 1))
        lines.integer(0, state.boxes);
    if (lines.next("share", 1))
        lines.share(0, state.share);
    if (lines.next("margin", 1))
        lines.margin(0, state.margin);
    if (lines.next("given_up", 2 + 2 * N)) {
        lines.integer(0, state.given_up);
        lines.share(1, state.given_up_share);
        if (state.given_up != 0)
            read_box(2, state.left);
        else if (!lines.problem && state.given_up_share != 0)
            lines.fail("no box is given up, but a share of the whole");
    }
    if (lines.next("counterexample") && !lines.fields.empty()) {
        if (lines.fields.size() != N)
            lines.fail("the counterexample has another number of inputs");
        std::array<T, N> x{};
        lines.numbers(0, x);
        state.counterexample = x;
        if (!lines.problem && !whole.contains(x))
            lines.fail("the counterexample is not within the box of the proof");
    }
    if (lines.next("open", 1))
        lines.integer(0, count);
    double all = state.share + state.given_up_share;
    for (std::size_t i = 0; !lines.problem && i < count; ++i)
        if (lines.next("box")) {
            part<Network> one;
            if (lines.fields.size() < 1 + 2 * N) {
                lines.fail(
                    joined("the line has ", lines.fields.size(), " numbers and needs ", 1 + 2 * N));
                break;
            }
            lines.share(0, one.share);
            read_box(1, one.region.in);
            lines.phases(1 + 2 * N, one.region.phases);
            all += one.share;
            state.open.push_back(one);
        }
    if (!lines.problem && !(std::fabs(all - 1) < 1e-9))
        lines.fail("the boxes do not add up to the whole");
    if (lines.next("end", 1))
        lines.integer(0, sum, 16);
    digest written;
    written.add(lines.before_line());
    if (!lines.problem && (sum != written.value() || !lines.is_at_end()))
        lines.fail("the file is not as it was written");
    if (!lines.problem)
        to = state;
    return lines.problem;
}

CTNN_ARITHMETIC_END
} // namespace ctnn::host::detail
