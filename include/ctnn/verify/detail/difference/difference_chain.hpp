#pragma once

#include <array>
#include <cstddef>
#include <ctnn/concept/activation.hpp>
#include <ctnn/concept/network.hpp>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/number/interval.hpp>
#include <ctnn/placed/affine_map.hpp>
#include <ctnn/verify/bounds.hpp>
#include <ctnn/verify/box.hpp>
#include <ctnn/verify/derivative_range.hpp>
#include <ctnn/verify/detail/difference/real_intervals.hpp>
#include <ctnn/verify/detail/linear/rounding_errors.hpp>
#include <ctnn/verify/detail/range/layer_range.hpp>
#include <ctnn/verify/detail/range/softmax_range.hpp>
#include <ctnn/verify/detail/range/value_error.hpp>
#include <limits>

// y - z, layer by layer, y being the numbers of a network in float or double and z those of an
// approximation of it, both as they are computed, for every input in a box. With d = y - z at a
// layer's inputs, and both sides' roundings in `error`:
//
//     (x W + b) - (z V + c) = d W + z (W - V) + (b - c) + error
//     f(v) - f(w) = g (v - w) + error,   g being among the derivatives between v and w
//
// What one side's numbers are alone gives bounds of the difference as well; the better ones count. All
// of it is double, and each sum is widened by more than its own roundings.

CTNN_NAMESPACE(ctnn::verify::detail) {

// A sum of intervals with the size of all that was added up.
struct difference_sum {
    double lower = 0, upper = 0, size = 0;

    constexpr void add(double a, double b) {
        double const low = a < b ? a : b, high = a < b ? b : a;
        lower += low;
        upper += high;
        size += (low < 0 ? -low : low) + (high < 0 ? -high : high);
    }
    // Terms: of which each was made with two roundings at most.
    constexpr interval<double> widened(std::size_t terms, double by) const {
        double const roundings = static_cast<double>(terms + 4) * size * epsilon + 1e-300;
        return {lower - by - roundings, upper + by + roundings};
    }
    static constexpr double epsilon = std::numeric_limits<double>::epsilon();
};

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

template <concepts::network Network, class Side>
class difference_chain {
public:
    using scalar = typename Network::scalar;
    static constexpr std::size_t inputs = Network::input_size, outputs = Network::output_size;
    template <std::size_t Index>
    using stage = typename Network::template stage<Index>;

    // Whether nothing on the way may overflow.
    bool known = true;
    real_intervals<outputs> difference{};

    constexpr difference_chain(Network const& net, Side const& side, box<scalar, inputs> const& in)
        : net_(net), side_(side) {
        auto const x = intervals_of(in);
        auto const z = side.of_inputs(in);
        real_intervals<inputs> d{};
        for (std::size_t i = 0; i < inputs; ++i)
            d[i] = difference_of({0, 0}, as_real(x[i]), z, i);
        if (in.is_valid())
            go_on<0>(x, z, d);
        else
            known = false;
    }

private:
    // Where an activation of that side may saturate, only what its numbers are tells.
    template <class State>
    static constexpr interval<double> difference_of(interval<double> const& before,
                                                    interval<double> const& y, State const& z,
                                                    std::size_t j, double other_error = 0) {
        constexpr double infinity = std::numeric_limits<double>::infinity();
        if (z.is_cut_off(j))
            return sharper({-infinity, infinity}, y, z.value(j));
        double const by = (z.error[j] + other_error) * (1 + 1e-12);
        difference_sum sum;
        sum.add(before.lower, before.upper);
        return sharper(sum.widened(1, by), y, z.value(j));
    }

    template <std::size_t Index, class X, class State, class Difference>
    constexpr void go_on(X const& x, State const& z, Difference const& d) {
        using here = stage<Index>;
        constexpr std::size_t size = here::output_size;
        auto const& p = net_.template layer<Index>();
        auto const v = layer_range<here>(p, x);
        if (!all_known(v)) {
            known = false;
            return;
        }
        if constexpr (placed::is_affine<here>) {
            auto const w = side_.template affine<Index>(z);
            real_intervals<size> apart{};
            for (std::size_t j = 0; j < size; ++j)
                apart[j] = affine_difference<Index>(p, x, v, z, w, d, j);
            activate<Index>(v, w, apart);
        } else {
            activate<Index>(v, z, d);
        }
    }

    template <std::size_t Index, class P, class X, class V, class Z, class W, class Difference>
    constexpr interval<double> affine_difference(P const& p, X const& x, V const& v, Z const& z,
                                                 W const& w, Difference const& d,
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
            interval<double> const y = as_real(x[i]), other = z.value(i);
            sum.add(weight * d[i].lower, weight * d[i].upper);
            sum.add(change * other.lower, change * other.upper);
            magnitude += (weight < 0 ? -weight : weight) * furthest(y);
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
        auto const y = value_range<here>(v);
        auto const z = side_.template activate<Index>(w);
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
                    furthest(as_real(y[j])), furthest(a));
                d[j] = difference_of(sum.widened(4, 0), as_real(y[j]), z, j, error);
            }
        } else {
            // A probability p changes by p (1 - p) times the change of its logit against a mean of the
            // others' changes: by a quarter of what these are apart.
            double const most = 0.25 * spread(apart);
            double const error = softmax_distance<scalar, size>(spread(as_reals(v)));
            for (std::size_t j = 0; j < size; ++j)
                d[j] = difference_of({-most, most}, as_real(y[j]), z, j, error);
        }
        if (!all_known(y))
            known = false;
        else if constexpr (Index + 1 == Network::depth)
            difference = d;
        else
            go_on<Index + 1>(y, z, d);
    }

    Network const& net_;
    Side const& side_;
};

} // CTNN_NAMESPACE(ctnn::verify::detail)
