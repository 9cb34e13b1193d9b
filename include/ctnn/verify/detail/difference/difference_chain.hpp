#pragma once

#include <array>
#include <cstddef>
#include <ctnn/concept/activation.hpp>
#include <ctnn/concept/customization.hpp>
#include <ctnn/concept/network.hpp>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/number/interval.hpp>
#include <ctnn/placed/adds_branches.hpp>
#include <ctnn/placed/affine_map.hpp>
#include <ctnn/verify/bounds.hpp>
#include <ctnn/verify/box.hpp>
#include <ctnn/verify/derivative_range.hpp>
#include <ctnn/verify/detail/difference/difference_sum.hpp>
#include <ctnn/verify/detail/difference/move.hpp>
#include <ctnn/verify/detail/difference/products_apart.hpp>
#include <ctnn/verify/detail/difference/real_intervals.hpp>
#include <ctnn/verify/detail/interval/layer_range.hpp>
#include <ctnn/verify/detail/interval/softmax_range.hpp>
#include <ctnn/verify/detail/interval/value_error.hpp>
#include <ctnn/verify/detail/linear/rounding_errors.hpp>
#include <limits>
#include <type_traits>
#include <utility>

// y - z, layer by layer, y being the numbers of a network in float or double and z those of an
// approximation of it, both as they are computed, for every input in a box. With d = y - z at a
// layer's inputs, and both sides' roundings in `error`:
//
//     (x W + b) - (z V + c) = d W + z (W - V) + (b - c) + error
//     f(v) - f(w) = g (v - w) + error,   g being among the derivatives between v and w
//
// What one side's numbers are alone gives bounds of the difference as well; the better ones count. All
// of it is double, and each sum is widened by more than its own roundings.

namespace ctnn::verify::detail {
CTNN_ARITHMETIC_BEGIN

// y - z by what y and z are, and `found`: what lies in both.
constexpr interval<double> sharper(interval<double> const& found, interval<double> const& y,
                                   interval<double> const& z) {
    difference_sum apart;
    apart.lower = y.lower - z.upper, apart.upper = y.upper - z.lower;
    apart.size = furthest(y) + furthest(z);
    interval<double> const plain = apart.widened(1, 0);
    // (a NaN in `found` is not taken)
    return {found.lower > plain.lower ? found.lower : plain.lower,
            found.upper < plain.upper ? found.upper : plain.upper};
}

// For a bend at 0 (placed/bent.hpp) with slopes p of y and q of z:
//     f(x) - g(z) = s (x - z) + (p - q) z,   s being among f's derivatives between x and z; the last term only below 0
// `finish` gets this and the rounding of the product.
template <class T, class Finish>
constexpr interval<double> bent_difference(double p, double q, interval<double> const& x,
                                           interval<double> const& z, interval<double> const& d,
                                           Finish const& finish) {
    double const least = number::detail::smaller(x.lower, z.lower);
    double const most = number::detail::larger(x.upper, z.upper);
    double const below = least > 0 ? 1 : p, above = most < 0 ? p : 1;
    interval<double> const s{number::detail::smaller(below, above),
                             number::detail::larger(below, above)};
    interval<double> const carried = s * d;
    difference_sum sum;
    sum.add(carried.lower, carried.upper);
    sum.add((p - q) * number::detail::smaller(z.lower, 0.0),
            (p - q) * number::detail::smaller(z.upper, 0.0));
    double const rounding = x.lower < 0 ? program_error<T, 1> * (p < 0 ? -p : p) * -x.lower +
                                              static_cast<double>((std::numeric_limits<T>::min)())
                                        : 0;
    return finish(sum.widened(4, 0), rounding);
}

template <concepts::network Network, class Side>
class difference_chain {
public:
    using scalar = typename Network::scalar;
    static constexpr std::size_t inputs = Network::input_size, outputs = Network::output_size;
    template <std::size_t Index>
    using stage = typename Network::template stage<Index>;

    // Whether nothing on the way may overflow.
    bool known = true;
    std::array<interval<scalar>, outputs> y{};
    typename Side::template state<outputs> z{};
    real_intervals<outputs> difference{};

    constexpr difference_chain(Network const& net, Side const& side, box<scalar, inputs> const& in)
        : net_(net), side_(side) {
        auto const x = intervals_of(in);
        auto const of_side = side.of_inputs(in);
        real_intervals<inputs> d{};
        for (std::size_t i = 0; i < inputs; ++i)
            d[i] = difference_of({0, 0}, as_real(x[i]), of_side, i);
        if (in.is_valid())
            go_on<0>(x, of_side, d);
        else
            known = false;
    }

    // Of a branch, from what is known of the numbers that it gets.
    constexpr difference_chain(Network const& net, Side const& side,
                               std::array<interval<scalar>, inputs> const& x,
                               typename Side::template state<inputs> const& of_side,
                               real_intervals<inputs> const& d)
        : net_(net), side_(side) {
        go_on<0>(x, of_side, d);
    }

private:
    // Where an activation of that side may saturate, only what its numbers are tells.
    template <class State>
    static constexpr interval<double>
    difference_of(interval<double> const& before, interval<double> const& of_net,
                  State const& of_side, std::size_t j, double other_error = 0) {
        constexpr double infinity = std::numeric_limits<double>::infinity();
        if (of_side.is_cut_off(j))
            return sharper({-infinity, infinity}, of_net, of_side.value(j));
        double const by = (of_side.error[j] + other_error) * (1 + 1e-12);
        difference_sum sum;
        sum.add(before.lower, before.upper);
        return sharper(sum.widened(1, by), of_net, of_side.value(j));
    }

    template <std::size_t Index, class X, class State, class Difference>
    constexpr void go_on(X const& x, State const& before, Difference const& d) {
        using here = stage<Index>;
        constexpr std::size_t size = here::output_size;
        auto const& p = net_.template layer<Index>();
        auto const v = layer_range<here>(p, x);
        if (!all_known(v)) {
            known = false;
            return;
        }
        if constexpr (placed::is_affine<here>) {
            auto const w = side_.template affine<Index>(before);
            real_intervals<size> apart{};
            for (std::size_t j = 0; j < size; ++j)
                apart[j] = affine_difference<Index>(p, x, v, before, w, d, j);
            activate<Index>(v, w, apart);
        } else if constexpr (customization::moves_numbers<typename here::bound>) {
            real_intervals<size> moved{};
            move<here>(d, moved);
            activate<Index>(v, side_.template moved<Index>(before), moved);
        } else if constexpr (customization::bends<typename here::bound>) {
            auto const w = side_.template bent<Index>(before);
            real_intervals<size> apart{};
            for (std::size_t j = 0; j < size; ++j)
                apart[j] = bent_difference<scalar>(
                    static_cast<double>(here::bound::slope_below(p, j)),
                    side_.template slope_below<Index>(j), as_real(x[j]), before.value(j), d[j],
                    [&](auto const& found, double rounding) {
                        return difference_of(found, as_real(v[j]), w, j, rounding);
                    });
            activate<Index>(v, w, apart);
        } else if constexpr (placed::adds_branches<typename here::bound> ||
                             placed::multiplies_branches<typename here::bound>) {
            go_through<Index, 0>(p, of_branch<X, State, Difference>{x, before, d}, v);
        } else {
            activate<Index>(v, before, d);
        }
    }

    // What is known of the numbers that a branch gives, or of those that it gets.
    template <class Y, class State, class Difference>
    struct of_branch {
        Y const& y;
        State const& z;
        Difference const& d;
    };

    // From branch K of a layer on; `done` are those before it.
    template <std::size_t Index, std::size_t K, class P, class In, class V, class... Done>
    constexpr void go_through(P const& p, In const& in, V const& v, Done const&... done) {
        using bound = typename stage<Index>::bound;
        if constexpr (K == bound::branch_count && placed::multiplies_branches<bound>) {
            multiply<Index>(v, done...);
        } else if constexpr (K == bound::branch_count) {
            add_up<Index>(v, done...);
        } else if constexpr (bound::template branch<K>::depth == 0) {
            go_through<Index, K + 1>(p, in, v, done..., in);
        } else {
            side_.template with_branch<Index, K>([&](auto const& side) {
                using network = typename bound::template branch<K>;
                using other = std::remove_cvref_t<decltype(side)>;
                auto const& branch = bound::template part<K>(p);
                difference_chain<network, other> const chain(branch, side, in.y, in.z, in.d);
                known = known && chain.known;
                using result =
                    of_branch<decltype(chain.y), decltype(chain.z), decltype(chain.difference)>;
                if (known)
                    go_through<Index, K + 1>(p, in, v, done...,
                                             result{chain.y, chain.z, chain.difference});
            });
        }
    }

    template <std::size_t Index, class V, class... Branches>
    constexpr void add_up(V const& v, Branches const&... branches) {
        constexpr std::size_t size = stage<Index>::output_size, count = sizeof...(Branches);
        auto const w = side_.template join<Index>(branches.z...);
        difference_sum sums[size]{};
        double magnitude[size]{};
        [&]<std::size_t... K>(std::index_sequence<K...>) {
            (add_branch<typename stage<Index>::bound::join, K>(branches, +sums, +magnitude), ...);
        }
        (std::index_sequence_for<Branches...>{});
        real_intervals<size> apart{};
        for (std::size_t j = 0; j < size; ++j)
            apart[j] = difference_of(sums[j].widened(count, 0), as_real(v[j]), w, j,
                                     program_error<scalar, count> * magnitude[j]);
        activate<Index>(v, w, apart);
    }
    template <class Join, std::size_t K, class Branch>
    static constexpr void add_branch(Branch const& branch, difference_sum* sums,
                                     double* magnitude) {
        for (std::size_t i = 0; i < branch.y.size(); ++i) {
            std::size_t const j = Join::template place<K>(i);
            if (j == placed::nowhere)
                continue;
            sums[j].add(branch.d[i].lower, branch.d[i].upper);
            magnitude[j] += furthest(as_real(branch.y[i]));
        }
    }

    template <std::size_t Index, class V, class... Branches>
    constexpr void multiply(V const& v, Branches const&... branches) {
        constexpr std::size_t size = stage<Index>::output_size, count = sizeof...(Branches);
        auto const w = side_.template join<Index>(branches.z...);
        real_intervals<size> apart{};
        for (std::size_t j = 0; j < size; ++j) {
            products_apart<decltype(apart[0].lower)> product;
            (product.multiply(as_real(branches.y[j]), branches.z.value(j), branches.d[j]), ...);
            constexpr double tiny = static_cast<double>((std::numeric_limits<scalar>::min)());
            double const rounding =
                program_error<scalar, count> * product.largest + count * tiny * product.factor;
            apart[j] = difference_of(product.difference, as_real(v[j]), w, j, rounding);
        }
        activate<Index>(v, w, apart);
    }

    template <std::size_t Index, class P, class X, class V, class Z, class W, class Difference>
    constexpr interval<double> affine_difference(P const& p, X const& x, V const& v,
                                                 Z const& before, W const& w, Difference const& d,
                                                 std::size_t j) const {
        constexpr std::size_t from = placed::terms<stage<Index>>;
        double const bias = static_cast<double>(placed::bias_of<stage<Index>>(p, j));
        double const off = bias - side_.template bias<Index>(j);
        difference_sum sum;
        sum.add(off, off);
        double magnitude = bias < 0 ? -bias : bias;
        for (std::size_t k = 0; k < from; ++k) {
            std::size_t const i = placed::input_of<stage<Index>>(j, k);
            double const weight = static_cast<double>(placed::weight_of<stage<Index>>(p, k, j));
            double const change = weight - side_.template weight<Index>(k, j);
            if (i == stage<Index>::input_size) { // padding: 0 here, and what it stands for there
                double const other = side_.template padding<Index>();
                sum.add(-weight * other, -weight * other);
                sum.add(change * other, change * other);
                continue;
            }
            interval<double> const here = as_real(x[i]), other = before.value(i);
            sum.add(weight * d[i].lower, weight * d[i].upper);
            sum.add(change * other.lower, change * other.upper);
            magnitude += (weight < 0 ? -weight : weight) * furthest(here);
        }
        // (and what is lost below the smallest normal number)
        constexpr double tiny = static_cast<double>(std::numeric_limits<scalar>::denorm_min());
        double const rounding =
            program_error<scalar, from> * magnitude + static_cast<double>(from + 2) * tiny;
        return difference_of(sum.widened(2 * from + 1, 0), as_real(v[j]), w, j, rounding);
    }

    template <std::size_t Index, class V, class W, class Difference>
    constexpr void activate(V const& v, W const& w, Difference const& apart) {
        using here = stage<Index>;
        using activation = typename here::activation;
        constexpr std::size_t size = here::output_size;
        auto const values = value_range<here>(v);
        auto const of_side = side_.template activate<Index>(w);
        real_intervals<size> d{};
        if constexpr (concepts::elementwise_activation<activation, scalar>) {
            for (std::size_t j = 0; j < size; ++j) {
                interval<double> const a = as_real(v[j]), b = w.value(j);
                interval<double> const g = derivative_range<activation>::template of<scalar>(
                    {number::detail::smaller(a.lower, b.lower),
                     number::detail::larger(a.upper, b.upper)});
                difference_sum sum;
                interval<double> const product = g * apart[j];
                sum.add(product.lower, product.upper);
                double const error = error_of_value<activation>.template most<scalar>(
                    furthest(as_real(values[j])), furthest(a));
                d[j] = difference_of(sum.widened(4, 0), as_real(values[j]), of_side, j, error);
            }
        } else {
            constexpr bool gives_logarithms = customization::gives_log_probabilities<activation>;
            // A probability p changes by p (1 - p) times the change of its logit against a mean of the
            // others' changes: by a quarter of what these are apart.
            // Its logarithm changes by the change of its logit against a mean of all changes.
            double const most = (gives_logarithms ? 1 : 0.25) * spread(apart);
            double const between = spread(as_reals(v));
            double const error = gives_logarithms ? log_softmax_distance<scalar, size>(between)
                                                  : softmax_distance<scalar, size>(between);
            for (std::size_t j = 0; j < size; ++j)
                d[j] = difference_of({-most, most}, as_real(values[j]), of_side, j, error);
        }
        if (!all_known(values))
            known = false;
        else if constexpr (Index + 1 == Network::depth)
            y = values, z = of_side, difference = d;
        else
            go_on<Index + 1>(values, of_side, d);
    }

    Network const& net_;
    Side const& side_;
};

CTNN_ARITHMETIC_END
} // namespace ctnn::verify::detail
