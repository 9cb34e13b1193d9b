#pragma once

#include <array>
#include <cstddef>
#include <ctnn/concept/activation.hpp>
#include <ctnn/concept/curve.hpp>
#include <ctnn/concept/customization.hpp>
#include <ctnn/concept/detail/curve_of.hpp>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/number/interval.hpp>
#include <ctnn/verify/bounds.hpp>
#include <ctnn/verify/box.hpp>
#include <ctnn/verify/detail/interval/layer_range.hpp>
#include <ctnn/verify/detail/linear/linear_chain.hpp>
#include <type_traits>

// Which way every neuron goes when one input grows, exactly as the program computes. Each operation,
// rounded to nearest, keeps order: a product with a non-negative number, or a sum, does not fall if its
// operands do not. So a neuron does not fall if none of its terms does.

namespace ctnn::verify::detail {

enum class direction : signed char { level, rises, falls, open };

constexpr direction reversed(direction d) {
    return d == direction::rises ? direction::falls : d == direction::falls ? direction::rises : d;
}
// For a sum.
constexpr direction joined(direction a, direction b) {
    return a == direction::level ? b : b == direction::level || a == b ? a : direction::open;
}
// For the products of numbers in [0, inf) or (-inf, 0] when one of them goes in direction d and the others stay.
template <class T>
constexpr direction direction_of_product(direction d, interval<T> const& other) {
    if (d == direction::level || (other.lower == T(0) && other.upper == T(0)))
        return direction::level;
    return other.lower >= T(0) ? d : other.upper <= T(0) ? reversed(d) : direction::open;
}
// For a function whose argument goes in direction d.
constexpr direction direction_after(direction d, direction of_function) {
    if (d == direction::level || of_function == direction::level)
        return direction::level;
    return d == direction::open || of_function == direction::open ? direction::open
           : of_function == direction::rises                      ? d
                                                                  : reversed(d);
}

// Which way an activation goes from low to high, as computed in T. An `open` one may well be monotone as a
// real function: in float, softplus sometimes falls by one unit in the last place, and not all doubles have
// been tried.

// Straight pieces only use operations that keep order. If two of them meet at a value that the program computes
// exactly, as relu does at 0, the joint is part of both.
template <class Activation, class T>
constexpr bool meets_exactly(double joint) {
    curve const c = curve_of<Activation, T>;
    double const y = Activation::value(joint);
    return c.error.of_value * (y < 0 ? -y : y) +
               c.error.of_argument * (joint < 0 ? -joint : joint) + c.error.alone ==
           0;
}
template <class Activation, class T>
constexpr bool is_on_piece(std::size_t index, double low, double high) {
    curve const c = curve_of<Activation, T>;
    double const from = c.pieces[index].from, to = c.end_of_piece(index);
    if (!c.pieces[index].is_there() || high < from || low > to)
        return false;
    bool const is_straight = c.pieces[index].is_straight();
    if (high == from && is_straight && meets_exactly<Activation, T>(from))
        return false;
    return !(low == to && is_straight && meets_exactly<Activation, T>(to));
}

template <class Activation>
struct direction_over {
    template <class T>
    static constexpr direction of([[maybe_unused]] double low, [[maybe_unused]] double high) {
        constexpr curve c = curve_of<Activation, T>;
        constexpr direction curved =
            customization::never_falls<Activation> || (std::is_same_v<T, float> && c.rises_in_float)
                ? direction::rises
                : direction::open;
        if constexpr (!c.pieces[0].is_there()) {
            return curved;
        } else {
            direction all = direction::level;
            for (std::size_t i = 0; i < 4; ++i)
                if (is_on_piece<Activation, T>(i, low, high)) {
                    double const slope = c.pieces[i].slope;
                    all = joined(all, !c.pieces[i].is_straight() ? curved
                                      : slope > 0                ? direction::rises
                                      : slope < 0                ? direction::falls
                                                                 : direction::level);
                }
            return all;
        }
    }
};

// Which way a bend at 0 goes over an interval, by its slope below 0 (placed/bent.hpp). Products keep order as well.
template <class T>
constexpr direction direction_of_bend(double slope, interval<T> const& x) {
    direction const below = slope > 0   ? direction::rises
                            : slope < 0 ? direction::falls
                                        : direction::level;
    if (!(x.lower < T(0)))
        return direction::rises;
    return x.upper > T(0) ? joined(below, direction::rises) : below;
}

} // namespace ctnn::verify::detail

namespace ctnn::verify::detail {
CTNN_ARITHMETIC_BEGIN

// For the numbers after the layers up to Index, when the input grows; with their intervals, which are
// exact where a box ends at a bend, unlike linear bounds.
template <std::size_t Size, class T>
struct directed {
    std::array<direction, Size> way{};
    std::array<interval<T>, Size> y{};
};

template <class Network>
using directed_inputs = directed<Network::input_size, typename Network::scalar>;

// One input grows.
template <class Network>
constexpr directed_inputs<Network>
growing_input(box<typename Network::scalar, Network::input_size> const& in, std::size_t input) {
    directed_inputs<Network> out;
    out.y = intervals_of(in);
    if (input < Network::input_size)
        out.way[input] = direction::rises;
    return out;
}

template <class Network, int Index>
constexpr auto directions(linear_chain<Network, Index> const& chain, Network const& net,
                          directed_inputs<Network> const& in) {
    using scalar = typename Network::scalar;
    if constexpr (Index < 0) {
        return in;
    } else {
        using here = linear_chain<Network, Index>;
        using activation = typename here::activation;
        constexpr std::size_t outputs = here::outputs;
        auto const before = directions(chain.before, net, in);
        directed<outputs, scalar> out;
        if constexpr (here::is_affine_layer) {
            using layer = typename here::layer;
            for_each_row<layer>(chain.weights, chain.before.taken,
                                [&](std::size_t i, double const* w, std::size_t first) {
                                    for (std::size_t c = 0; c < layer::channels; ++c)
                                        if (w[c] != 0)
                                            out.way[first + c] = joined(
                                                out.way[first + c],
                                                w[c] > 0 ? before.way[i] : reversed(before.way[i]));
                                });
        } else if constexpr (here::has_branches) {
            using layer = typename here::layer;
            auto const& p = net.template layer<here::stage::index>();
            chain.branches.for_each([&]<std::size_t K>(std::integral_constant<std::size_t, K>,
                                                       auto const& of_branch) {
                auto const own = directions(of_branch, layer::template part<K>(p), before);
                if constexpr (placed::multiplies_branches<layer>)
                    for (std::size_t j = 0; j < outputs; ++j) {
                        out.way[j] = K == 0 ? own.way[j]
                                            : joined(direction_of_product(own.way[j], out.y[j]),
                                                     direction_of_product(out.way[j], own.y[j]));
                        out.y[j] = K == 0 ? own.y[j] : out.y[j] * own.y[j];
                    }
                else
                    placed::for_each_number<typename layer::join, K, own.way.size()>(
                        [&](std::size_t i, std::size_t j) {
                            out.way[j] = joined(out.way[j], own.way[i]);
                        });
            });
        } else {
            out.way = before.way;
        }
        auto const v = layer_range<typename here::stage>(
            net.template layer<static_cast<std::size_t>(Index)>(), before.y);
        out.y = value_range<typename here::stage>(v);
        if constexpr (bends<typename here::stage>) {
            for (std::size_t j = 0; j < outputs; ++j)
                out.way[j] = direction_after(out.way[j],
                                             direction_of_bend(chain.after.slopes[j], before.y[j]));
        } else if constexpr (concepts::elementwise_activation<activation, scalar>) {
            for (std::size_t j = 0; j < outputs; ++j) {
                double const low = static_cast<double>(v[j].lower);
                double const high = static_cast<double>(v[j].upper);
                out.way[j] = direction_after(
                    out.way[j], direction_over<activation>::template of<scalar>(
                                    larger(chain.low[j], low), smaller(chain.high[j], high)));
            }
        } else { // each depends on all numbers
            direction all = direction::level;
            for (std::size_t j = 0; j < outputs; ++j)
                all = out.way[j] == direction::level ? all : direction::open;
            for (std::size_t j = 0; j < outputs; ++j)
                out.way[j] = all;
        }
        return out;
    }
}

CTNN_ARITHMETIC_END
} // namespace ctnn::verify::detail
