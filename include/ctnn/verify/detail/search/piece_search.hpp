#pragma once

#include <array>
#include <cstddef>
#include <ctnn/verify/detail/search/problem_of.hpp>
#include <ctnn/verify/detail/search/search.hpp>

// Branch and bound where it matters what lies between two numbers: pieces of a box that share their
// ends, so that any line through the box goes from one piece into the next. A side of which the ends
// are neighbours is not cut.
//
// A question has a verdict_type, a box_type, problem(), a verdict to begin with (nothing_yet()), a
// function examine(net, piece, result), which puts what it finds into the result, and finish(result),
// for when all pieces hold.

namespace ctnn::verify::detail {
CTNN_ARITHMETIC_BEGIN

struct piece_finding {
    box_state state;
    std::size_t cut; // the input along which to cut, if any can be cut
};

template <class Question>
struct piece_search {
    using verdict_type = typename Question::verdict_type;
    using box_type = typename Question::box_type;

    std::array<box_type, deepest + 1> open{};
    std::size_t count = 1, boxes = 0;
    bool done = false;
    bool stuck = false; // a piece of which nothing was shown cannot be cut
    bool shown = false; // of all pieces
    verdict_type result{};

    constexpr piece_search(box_type const& all, Question const& asked)
        : result(asked.nothing_yet()) {
        open[0] = all;
        result.problem = problem_of(all, asked);
        if (result.problem != question_problem::none) {
            done = true;
            result.left = all;
        }
    }

    // Looks at no more than `more` pieces.
    template <class Network>
    constexpr void go_on(Network const& net, Question const& asked, std::size_t more) {
        for (; !done && more > 0; --more) {
            box_type const in = open[--count];
            piece_finding const found = asked.examine(net, in, result);
            ++boxes;
            bool const is_stuck = found.state == box_state::open &&
                                  (found.cut == in.lower.size() || count + 2 > deepest);
            if (is_stuck && !stuck) {
                stuck = true; // but another piece may still have a counterexample
                result.left = in;
            }
            if (found.state == box_state::violated) {
                done = true;
                result.kind = verdict_type::kinds::violated;
            } else if (found.state == box_state::open && !is_stuck) {
                open[count] = open[count + 1] = in;
                open[count].upper[found.cut] = open[count + 1].lower[found.cut] =
                    middle_of(in.lower[found.cut], in.upper[found.cut]);
                count += 2;
            } else if (count == 0) {
                done = true;
                shown = !stuck;
                if (shown)
                    asked.finish(result);
            }
        }
        result.boxes = boxes;
    }

    constexpr verdict_type verdict_now() const {
        verdict_type now = result;
        if (!done && !stuck)
            now.left = open[count - 1];
        if (!shown)
            now.margin = 0;
        return now;
    }
};

CTNN_ARITHMETIC_END
} // namespace ctnn::verify::detail
