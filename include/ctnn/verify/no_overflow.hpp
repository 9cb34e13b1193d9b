#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <ctnn/concept/network.hpp>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/number/detail/interval_end.hpp>
#include <ctnn/placed/affine_map.hpp>
#include <ctnn/verify/bounds.hpp>
#include <ctnn/verify/box.hpp>
#include <ctnn/verify/detail/interval/headroom.hpp>
#include <ctnn/verify/detail/search/search.hpp>
#include <ctnn/verify/detail/search/sides.hpp>
#include <ctnn/verify/verdict.hpp>

namespace ctnn::verify::detail {
CTNN_ARITHMETIC_BEGIN

// What is wrong with a network and a box of inputs, where no operation is to saturate.
template <class Network, class Box>
constexpr auto overflow_diagnosis() {
    if constexpr (!ctnn::detail::is_none<box_diagnosis<Network, Box>>)
        return box_diagnosis<Network, Box>{};
    else if constexpr (!number::detail::goes_in_steps<typename Network::scalar>)
        return typename error::overflow_of_scalar<
            typename Network::scalar>::is_asked_of_fixed_point_only{};
    else
        return headroom_diagnosis<Network>();
}

// (here, so that the search finds check_box by its argument)
struct no_saturation {
    constexpr question_problem problem() const { return question_problem::none; }
};

template <class Network>
constexpr std::int64_t room_at(Network const& net, typename Network::input_type const& x) {
    return headroom_of(net, intervals_of(box_of<Network>{x, x}));
}

// The corners at which the first layer's sums are largest in size.
template <class Network, class F>
constexpr bool any_corner(Network const& net, box_of<Network> const& in, F const& is_it) {
    using first = typename Network::template stage<0>;
    using scalar = typename Network::scalar;
    if constexpr (placed::multiplies<first>)
        for (std::size_t j = 0; j < first::output_size; ++j)
            for (int const sign : {1, -1}) {
                typename Network::input_type x = in.lower;
                for (std::size_t k = 0; k < placed::terms<first>; ++k) {
                    auto const steps = placed::weight_of<first>(net.template layer<0>(), k, j).raw;
                    if (std::size_t const i = placed::input_of<first>(j, k);
                        i < Network::input_size && steps * sign > 0)
                        x[i] = in.upper[i];
                }
                if (is_it(x))
                    return true;
            }
    return is_it(in.lower) || is_it(in.upper) ||
           is_it(middle_of_box<scalar, Network::input_size>(in));
}

template <concepts::network Network>
constexpr auto check_box(Network const& net, box_of<Network> const& in, no_saturation) {
    using scalar = typename Network::scalar;
    box_finding<scalar, Network::input_size> found;
    std::int64_t const headroom = headroom_of(net, intervals_of(in));
    if (headroom >= 0) {
        found.state = box_state::holds;
        found.margin = static_cast<double>(headroom) /
                       static_cast<double>(std::int64_t{1} << scalar::fraction_bits);
        return found;
    }
    found.cut = widest_side(in);
    if (any_corner(net, in, [&](auto const& x) {
            found.suspect = x;
            return room_at(net, x) < 0;
        }))
        found.state = box_state::violated;
    return found;
}

CTNN_ARITHMETIC_END
} // namespace ctnn::verify::detail

namespace ctnn::verify {
CTNN_ARITHMETIC_BEGIN

/// What `proof` is to show of a network in fixed point, in the place of a condition on its outputs:
/// that no operation saturates.
///
/// Shape:    nothing.
/// Example:  tests/verify/no_overflow.cpp
using no_saturation = detail::no_saturation;

/// Tries to prove that no operation of a network in fixed point saturates for any input in a box: each
/// sum, each activation and each difference in a softmax is within the format. Then the network computes
/// what it would without saturation, and `without_saturation` gives it that way.
///
/// Sums of products are exact in their own, wider numbers, so only their rounded results count. A
/// counterexample is an input for which an operation does saturate.
///
/// Shape:    a network of fixed_point, a box of its inputs; a verdict, whose margin says how far from
///           the ends of the format all results are.
/// Cost:     two forward passes for each box.
/// Errors:   layers of your own that are neither affine nor only compare nor bend at 0 nor add up or multiply
///           branches, and activations of your own, do not compile; nor does another scalar.
/// Example:  docs/examples/no_overflow.cpp
template <concepts::network Network, class Box = detail::box_of<Network>,
          class Diagnosis = decltype(detail::overflow_diagnosis<Network, Box>())>
    requires ctnn::detail::is_none<Diagnosis>
constexpr verdict<typename Network::scalar, Network::input_size>
no_overflow(Network const& net, Box const& inputs, std::size_t boxes = 1) {
    no_saturation const wanted;
    detail::search<Network> search(inputs, wanted);
    search.go_on(net, wanted, boxes);
    return search.verdict_now();
}

// Chosen for a network or a box that does not fit, so that the compiler prints the diagnosis.
template <concepts::network Network, class Box = detail::box_of<Network>,
          class Diagnosis = decltype(detail::overflow_diagnosis<Network, Box>())>
    requires(!ctnn::detail::is_none<Diagnosis>)
void no_overflow(Network const&, Box const&, std::size_t = 1) = delete;

CTNN_ARITHMETIC_END
} // namespace ctnn::verify

#include <ctnn/config/epilogue.hpp>
