#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <ctnn/concept/curve.hpp>
#include <ctnn/concept/customization.hpp>
#include <ctnn/concept/detail/curve_of.hpp>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/error/diagnosis.hpp>
#include <ctnn/number/detail/interval_end.hpp>
#include <ctnn/number/interval.hpp>
#include <ctnn/placed/adds_branches.hpp>
#include <ctnn/placed/affine_map.hpp>
#include <ctnn/placed/diagnose_layers.hpp>
#include <ctnn/placed/passed_on.hpp>
#include <ctnn/placed/walk.hpp>
#include <ctnn/verify/activation_range.hpp>
#include <ctnn/verify/detail/interval/layer_range.hpp>
#include <ctnn/verify/detail/linear/linear_stage.hpp>
#include <limits>
#include <utility>

// How many steps a network in fixed point is from saturating, over intervals of its inputs. The count is
// below 0 if it may saturate; if each interval is a single number, only if it does.

namespace ctnn::verify::detail {
CTNN_ARITHMETIC_BEGIN

inline constexpr std::int64_t much_headroom = (std::numeric_limits<std::int64_t>::max)();

// Before an activation and in it. Most never leave the range of their argument and of -1 to 1, which
// every format has. If a format has no number for one of their constants, it saturates when converted.
template <class Activation>
struct activation_headroom {
    template <class T>
    static constexpr bool is_known =
        customization::has_fixed_point_headroom<Activation, interval<T>> ||
        ctnn::detail::curve_of<Activation, T>.keeps_range ||
        customization::normalizes_exponentials<Activation> ||
        customization::gives_log_probabilities<Activation>;

    template <class T>
    static constexpr std::int64_t of(interval<T> const& x) {
        if constexpr (customization::has_fixed_point_headroom<Activation, interval<T>>)
            return Activation::fixed_point_headroom(x);
        else
            return much_headroom;
    }
    // For a softmax, the differences to the largest number.
    template <class T, std::size_t Size>
    static constexpr std::int64_t of(std::array<interval<T>, Size> const& x) requires
        customization::normalizes_exponentials<Activation> {
        std::int64_t headroom = much_headroom;
        for (std::size_t i = 0; i < Size; ++i)
            for (std::size_t j = 0; j < Size; ++j) {
                std::int64_t const difference =
                    std::int64_t{x[i].lower.raw} - std::int64_t{x[j].upper.raw};
                if (i != j && difference - T::lowest().raw < headroom)
                    headroom = difference - T::lowest().raw;
            }
        return headroom;
    }
    template <class T, std::size_t Size>
    static constexpr std::int64_t of(std::array<interval<T>, Size> const& x) requires
        customization::gives_log_probabilities<Activation> {
        return log_softmax_headroom(x);
    }
};

template <class Activation, class T, std::size_t Size>
constexpr std::int64_t headroom_in_activation(std::array<interval<T>, Size> const& v) {
    if constexpr (requires { activation_headroom<Activation>::of(v); }) {
        return activation_headroom<Activation>::of(v);
    } else {
        std::int64_t headroom = much_headroom;
        for (std::size_t j = 0; j < Size; ++j)
            headroom = number::detail::smaller(headroom, activation_headroom<Activation>::of(v[j]));
        return headroom;
    }
}

// The layers for which it is known where they saturate.
template <class Stage>
constexpr bool knows_overflow =
    placed::is_affine<Stage> || customization::only_compares<typename Stage::bound> ||
    placed::is_pointwise<Stage> || placed::adds_branches<typename Stage::bound> ||
    placed::multiplies_branches<typename Stage::bound> ||
    customization::bends<typename Stage::bound>;

struct known_headroom {
    template <class Stage>
    static constexpr auto of() {
        if constexpr (knows_overflow<Stage> &&
                      activation_headroom<typename Stage::activation>::template is_known<
                          typename Stage::scalar>)
            return error::none{};
        else
            return typename error::layer<Stage::index, typename Stage::layer>::
                is_not_affine_or_has_an_activation_of_which_overflow_is_not_known{};
    }
};
template <class Network>
constexpr auto headroom_diagnosis() {
    return placed::diagnose_layers<known_headroom, Network>();
}

// The branches' outputs are added up from the first one on, and each of the sums may saturate.
template <class Join, class T, std::size_t Size>
struct headroom_of_join {
    std::int64_t headroom = much_headroom;

    template <std::size_t... K, class... Ranges>
    constexpr headroom_of_join(std::index_sequence<K...>, Ranges const&... y) {
        (add<K>(y), ...);
    }

private:
    std::int64_t lower_[Size]{}, upper_[Size]{};

    template <std::size_t K, std::size_t Count>
    constexpr void add(std::array<interval<T>, Count> const& y) {
        for (std::size_t i = 0; i < Count; ++i) {
            std::size_t const j = Join::template place<K>(i);
            if (j == placed::nowhere)
                continue;
            lower_[j] += y[i].lower.raw;
            upper_[j] += y[i].upper.raw;
            headroom = number::detail::smaller(headroom, lower_[j] - T::lowest().raw);
            headroom = number::detail::smaller(headroom, T::largest().raw - upper_[j]);
        }
    }
};

// The branches' outputs are multiplied from the first one on, and each of the products may saturate. They are furthest from
// 0 at the ends.
template <class T, std::size_t Size, class... Others>
constexpr std::int64_t headroom_of_products(std::array<interval<T>, Size> const& first,
                                            Others const&... others) {
    std::int64_t headroom = much_headroom;
    for (std::size_t i = 0; i < Size; ++i) {
        interval<T> product = first[i];
        auto const multiply = [&](interval<T> const& by) {
            for (T const a : {product.lower, product.upper})
                for (T const b : {by.lower, by.upper}) {
                    typename T::template exact_sum<1> sum;
                    sum.add_product(a, b);
                    headroom = number::detail::smaller(headroom, sum.headroom());
                }
            product = product * by;
        };
        (multiply(others[i]), ...);
    }
    return headroom;
}

// Below 0 there is a product with the slope, which is furthest from 0 at the lower end.
template <class T>
constexpr std::int64_t headroom_of_bend(interval<T> const& x, T const& slope) {
    if (!(x.lower < T(0)))
        return much_headroom;
    typename T::template exact_sum<1> product;
    product.add_product(x.lower, slope);
    return product.headroom();
}

template <class Network, class T, std::size_t Size>
constexpr auto headroom_through(Network const& net, std::array<interval<T>, Size> const& x,
                                std::int64_t& headroom);

// A layer's numbers before its activation; `headroom` gets how far it is from saturating.
template <class Stage, class T>
constexpr auto layer_range(typename Stage::parameters const& p,
                           std::array<interval<T>, Stage::input_size> const& x,
                           std::int64_t& headroom) {
    std::array<interval<T>, Stage::output_size> v{};
    if constexpr (placed::multiplies<Stage>) {
        for (std::size_t j = 0; j < Stage::output_size; ++j) {
            auto const sums = neuron_range<Stage>(p, x, j);
            v[j] = sums.rounded();
            headroom = number::detail::smaller(headroom, sums.lower.headroom());
            headroom = number::detail::smaller(headroom, sums.upper.headroom());
        }
    } else if constexpr (placed::adds_branches<typename Stage::bound> &&
                         !customization::moves_numbers<typename Stage::bound>) {
        using join = typename Stage::bound::join;
        v = placed::through_branches<typename Stage::bound>(
            p, [&](auto const& branch) { return headroom_through(branch, x, headroom); },
            [&headroom](auto const&... y) {
                headroom_of_join<join, T, Stage::output_size> const sums(
                    std::make_index_sequence<sizeof...(y)>{}, y...);
                headroom = number::detail::smaller(headroom, sums.headroom);
                return join::joined(y...);
            });
    } else if constexpr (placed::multiplies_branches<typename Stage::bound>) {
        v = placed::through_branches<typename Stage::bound>(
            p, [&](auto const& branch) { return headroom_through(branch, x, headroom); },
            [&headroom](auto const&... y) {
                headroom = number::detail::smaller(headroom, headroom_of_products(y...));
                return Stage::bound::join::joined(y...);
            });
    } else {
        if constexpr (customization::bends<typename Stage::bound>)
            for (std::size_t i = 0; i < Stage::output_size; ++i)
                headroom = number::detail::smaller(
                    headroom, headroom_of_bend(x[i], Stage::bound::slope_below(p, i)));
        v = layer_range<Stage>(p, x);
    }
    return v;
}

// A network's outputs; `headroom` gets how far its layers are from saturating.
template <class Network, class T, std::size_t Size>
constexpr auto headroom_through(Network const& net, std::array<interval<T>, Size> const& x,
                                std::int64_t& headroom) {
    return placed::through_layers(net, x, [&headroom](auto stage, auto const& p, auto const& in) {
        using here = decltype(stage);
        auto const v = layer_range<here>(p, in, headroom);
        headroom =
            number::detail::smaller(headroom, headroom_in_activation<typename here::activation>(v));
        return value_range<here>(v);
    });
}

template <class Network, class T, std::size_t Size>
constexpr std::int64_t headroom_of(Network const& net, std::array<interval<T>, Size> const& x) {
    std::int64_t headroom = much_headroom;
    headroom_through(net, x, headroom);
    return headroom;
}

CTNN_ARITHMETIC_END
} // namespace ctnn::verify::detail
