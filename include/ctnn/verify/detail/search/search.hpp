#pragma once

#include <array>
#include <cstddef>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/verify/detail/search/check_box.hpp>
#include <ctnn/verify/detail/search/check_fixed_box.hpp>
#include <ctnn/verify/detail/search/problem_of.hpp>
#include <ctnn/verify/detail/search/region.hpp>
#include <ctnn/verify/verdict.hpp>
#include <limits>

// Branch and bound over boxes of inputs, depth first: what is not proven of a box is tried of its two
// halves, which share the numbers between them.

namespace ctnn::verify::detail {
CTNN_ARITHMETIC_BEGIN

// As many boxes as a path of halvings leaves open.
inline constexpr std::size_t deepest = 96;

// What a box costs, and a pass over its functions with multipliers, where there is a limit.
struct price_of_search {
    std::size_t box = 0, pass = 0, limit = 0;
};

template <class Network>
struct search {
    using verdict_type = verdict<typename Network::scalar, Network::input_size>;
    using box_type = box_of<Network>;

    std::array<region<Network>, deepest + 1> open{};
    std::size_t count = 0;
    std::size_t boxes = 0;
    bool done = false;
    verdict_type result{};

    template <class Condition>
    constexpr search(box_type const& all, Condition const& wanted) : count(1) {
        open[0].in = all;
        result.margin = std::numeric_limits<double>::infinity();
        result.problem = problem_of(all, wanted);
        if (result.problem != question_problem::none)
            give_up(all);
    }

    // Looks at no more than `more` boxes, and not at another that might pass the price.
    template <class Condition>
    constexpr void go_on(Network const& net, Condition const& wanted, std::size_t more,
                         price_of_search const& price = {}) {
        using kinds = typename verdict_type::kinds;
        for (std::size_t spent = 0; !done && more > 0 && spent + price.box <= price.limit; --more) {
            region<Network> const one = open[--count];
            auto const found = examine(net, one, wanted);
            ++boxes;
            spent += price.box + found.passes * price.pass;
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
            } else if (!found.has_halves() || count + 2 > deepest) {
                give_up(one.in);
            } else {
                if (found.is_shrunk && found.margin_of_rest < result.margin)
                    result.margin = found.margin_of_rest;
                for (auto const& half : halves_of(one, found))
                    open[count++] = half;
            }
        }
        result.boxes = boxes;
    }

    // The verdict now, whether the search is done or out of budget.
    constexpr verdict_type verdict_now() const {
        verdict_type now = result;
        if (!done)
            now.left = open[count - 1].in;
        if (!now.proven())
            now.margin = 0;
        return now;
    }

private:
    template <class Condition>
    static constexpr auto examine(Network const& net, region<Network> const& one,
                                  Condition const& wanted) {
        if constexpr (requires { check_box(net, one.in, wanted, one.phases); })
            return check_box(net, one.in, wanted, one.phases);
        else
            return check_box(net, one.in, wanted);
    }

    constexpr void give_up(box_type const& in) {
        done = true;
        result.left = in;
    }
};

CTNN_ARITHMETIC_END
} // namespace ctnn::verify::detail
