#pragma once

#include <array>
#include <cstddef>
#include <ctnn/concept/activation.hpp>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/number/interval.hpp>
#include <ctnn/verify/bounds.hpp>
#include <ctnn/verify/box.hpp>
#include <ctnn/verify/detail/linear/linear_chain.hpp>
#include <ctnn/verify/detail/range/layer_range.hpp>
#include <type_traits>

// Which way every neuron goes where one input grows, exactly as the program computes. Each of its
// operations, rounded to nearest, keeps an order: a product with a number that is not negative and a
// sum do not fall where their operands do not. So a neuron does not fall if none of its terms does.

namespace ctnn::verify::detail {

enum class direction : signed char { level, rises, falls, open };

constexpr direction reversed(direction d) {
    return d == direction::rises ? direction::falls : d == direction::falls ? direction::rises : d;
}
// Of a sum.
constexpr direction joined(direction a, direction b) {
    return a == direction::level ? b : b == direction::level || a == b ? a : direction::open;
}
// Of a function of what goes in direction d.
constexpr direction behind(direction d, direction of_function) {
    if (d == direction::level || of_function == direction::level)
        return direction::level;
    return d == direction::open || of_function == direction::open ? direction::open
           : of_function == direction::rises                      ? d
                                                                  : reversed(d);
}

// Which way an activation goes from low to high, as it is computed in T. What is `open` here may well be
// monotone as a real function: in float, softplus falls by a last place at times, and of doubles nobody
// has tried all.

// (every float was tried: tests/soundness)
template <class T>
inline constexpr direction tried_in_float =
    std::is_same_v<T, float> ? direction::rises : direction::open;

template <class Activation>
struct direction_over {
    template <class T>
    static constexpr direction of(double, double) {
        if constexpr (requires { requires Activation::is_nondecreasing; })
            return direction::rises;
        else
            return direction::open;
    }
};
template <>
struct direction_over<identity> {
    template <class T>
    static constexpr direction of(double, double) {
        return direction::rises;
    }
};
template <>
struct direction_over<relu> {
    template <class T>
    static constexpr direction of(double, double high) {
        return high <= 0 ? direction::level : direction::rises;
    }
};
template <real Slope>
struct direction_over<basic_leaky_relu<Slope>> {
    template <class T>
    static constexpr direction of(double low, double high) {
        constexpr T slope = static_cast<T>(Slope.value);
        if (slope > T(0) || low >= 0)
            return direction::rises;
        if (high <= 0)
            return slope < T(0) ? direction::falls : direction::level;
        return slope < T(0) ? direction::open : direction::rises;
    }
};
template <>
struct direction_over<hard_tanh> {
    template <class T>
    static constexpr direction of(double low, double high) {
        return high <= -1 || low >= 1 ? direction::level : direction::rises;
    }
};
template <>
struct direction_over<hard_sigmoid> {
    template <class T>
    static constexpr direction of(double low, double high) {
        return high < -3 || low > 3 ? direction::level : direction::rises;
    }
};
template <real Scale>
struct direction_over<basic_elu<Scale>> {
    template <class T>
    static constexpr direction of(double low, double) {
        return low > 0 ? direction::rises : Scale.value >= 0 ? tried_in_float<T> : direction::open;
    }
};
template <>
struct direction_over<sigmoid> {
    template <class T>
    static constexpr direction of(double, double) {
        return tried_in_float<T>;
    }
};
template <>
struct direction_over<tanh> {
    template <class T>
    static constexpr direction of(double, double) {
        return tried_in_float<T>;
    }
};

} // namespace ctnn::verify::detail

CTNN_NAMESPACE(ctnn::verify::detail) {

// Of the numbers after the layers up to Index, where the input grows; with their intervals, which are
// exact where a box ends at a bend, and linear bounds are not.
template <std::size_t Size, class T>
struct directed {
    std::array<direction, Size> way{};
    std::array<interval<T>, Size> y{};
};

template <class Network, int Index>
constexpr auto directions(linear_chain<Network, Index> const& chain, Network const& net,
                          box<typename Network::scalar, Network::input_size> const& in,
                          std::size_t input) {
    using scalar = typename Network::scalar;
    if constexpr (Index < 0) {
        directed<Network::input_size, scalar> out;
        out.y = intervals_of(in);
        if (input < Network::input_size)
            out.way[input] = direction::rises;
        return out;
    } else {
        using here = linear_chain<Network, Index>;
        using activation = typename here::activation;
        constexpr std::size_t outputs = here::outputs;
        auto const before = directions(chain.before, net, in, input);
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
        } else {
            out.way = before.way;
        }
        auto const v = layer_range<typename here::stage>(
            net.template layer<static_cast<std::size_t>(Index)>(), before.y);
        out.y = value_range<typename here::stage>(v);
        if constexpr (concepts::elementwise_activation<activation, scalar>) {
            for (std::size_t j = 0; j < outputs; ++j) {
                double const low = static_cast<double>(v[j].lower);
                double const high = static_cast<double>(v[j].upper);
                out.way[j] = behind(out.way[j],
                                    direction_over<activation>::template of<scalar>(
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

} // CTNN_NAMESPACE(ctnn::verify::detail)
