#pragma once

#include <array>
#include <cstddef>
#include <ctnn/detail/arithmetic_in_use.hpp>
#include <ctnn/verify/detail/search/check_box.hpp>
#include <ctnn/verify/detail/search/check_fixed_box.hpp>
#include <ctnn/verify/verdict.hpp>
#include <limits>

// Branch and bound over boxes of inputs, depth first: what is not proven of a box is tried of its two
// halves, which share the numbers between them.

CTNN_NAMESPACE(ctnn::verify::detail) {

// As many boxes as a path of halvings leaves open.
inline constexpr std::size_t deepest = 96;

template <class T, std::size_t Inputs>
struct search {
    std::array<box<T, Inputs>, deepest + 1> open{};
    std::size_t count = 0;
    std::size_t boxes = 0;
    bool done = false;
    verdict<T, Inputs> result{};

    template <class Condition>
    constexpr search(box<T, Inputs> const& all, Condition const& wanted) : count(1) {
        open[0] = all;
        result.margin = std::numeric_limits<double>::infinity();
        if (!all.is_valid() || !wanted.is_valid())
            give_up(all);
    }

    // Looks at no more than `more` boxes.
    template <class Network, class Condition>
    constexpr void go_on(Network const& net, Condition const& wanted, std::size_t more) {
        using kinds = typename verdict<T, Inputs>::kinds;
        for (; !done && more > 0; --more) {
            box<T, Inputs> const in = open[--count];
            auto const found = check_box(net, in, wanted);
            ++boxes;
            if (found.state == box_state::holds) {
                if (found.margin < result.margin)
                    result.margin = found.margin;
                if (count == 0) {
                    done = true;
                    result.kind = kinds::proven;
                }
            } else if (found.state == box_state::violated) {
                done = true;
                result.kind = kinds::violated;
                result.counterexample = found.suspect;
            } else if (found.cut == Inputs || count + 2 > deepest) {
                give_up(in);
            } else {
                cut(in, found.cut);
            }
        }
        result.boxes = boxes;
    }

    // The verdict now, whether the search is done or out of budget.
    constexpr verdict<T, Inputs> verdict_now() const {
        verdict<T, Inputs> now = result;
        if (!done)
            now.left = open[count - 1];
        if (!now.proven())
            now.margin = 0;
        return now;
    }

private:
    constexpr void give_up(box<T, Inputs> const& in) {
        done = true;
        result.left = in;
    }

    constexpr void cut(box<T, Inputs> const& in, std::size_t i) {
        auto const halves = halves_of(in, i);
        open[count++] = halves[0];
        open[count++] = halves[1];
    }
};

} // CTNN_NAMESPACE(ctnn::verify::detail)
