#pragma once

#include <array>
#include <cstddef>
#include <ctnn/concept/activation.hpp>
#include <ctnn/concept/detail/curve_of.hpp>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/number/interval.hpp>
#include <ctnn/number/next_above.hpp>
#include <ctnn/number/next_below.hpp>
#include <ctnn/placed/adds_branches.hpp>
#include <ctnn/verify/detail/interval/softmax_range.hpp>
#include <ctnn/verify/detail/linear/linear_chain.hpp>
#include <limits>
#include <type_traits>
#include <utility>

// The derivatives of a network's outputs, backwards through the layers, for all inputs in a box at
// once. They are those of real arithmetic, computed in double and rounded outwards.

namespace ctnn::verify::detail {

// A row for each output, a column for each number: the ends of the derivatives.
template <std::size_t Rows, std::size_t Columns>
struct derivatives {
    double low[Rows][Columns]{}, high[Rows][Columns]{};
};

// The ends of sums of products, with the sums of their magnitudes, and whether any term of the lower end
// is below 0, or any term of the upper end above it.
struct sums_of_ends {
    double low = 0, high = 0, of_low = 0, of_high = 0;
    bool falls = false, rises = false;

    // At most Terms products of each end were added up: that many roundings of products and as many of
    // sums (Higham, 3.1), and what is too small for a double. A sum of non-negative terms is not negative,
    // whatever was rounded.
    template <std::size_t Terms>
    constexpr interval<double> rounded_outwards() const {
        constexpr double error =
            static_cast<double>(Terms + 2) * std::numeric_limits<double>::epsilon();
        double const a = low - (of_low * error + 1e-290), b = high + (of_high * error + 1e-290);
        return {!falls && a < 0 ? 0 : a, !rises && b > 0 ? 0 : b};
    }
};

template <class Indices>
struct unrolled_derivatives;

template <std::size_t... Index>
struct unrolled_derivatives<std::index_sequence<Index...>> {
    static constexpr void add([[maybe_unused]] double const* w, [[maybe_unused]] double const* low,
                              [[maybe_unused]] double const* high,
                              [[maybe_unused]] sums_of_ends& sums) {
        [[maybe_unused]] double a{}, b{};
        ((a = w[Index] < 0 ? high[Index] : low[Index], b = w[Index] < 0 ? low[Index] : high[Index],
          sums.falls = sums.falls || (w[Index] < 0 ? a > 0 : w[Index] > 0 && a < 0),
          sums.rises = sums.rises || (w[Index] < 0 ? b < 0 : w[Index] > 0 && b > 0), a *= w[Index],
          b *= w[Index], sums.low += a, sums.high += b, sums.of_low += a < 0 ? -a : a,
          sums.of_high += b < 0 ? -b : b),
         ...);
    }
};

// Adds products of numbers with intervals.
template <std::size_t Size>
constexpr void add_dot_of_ends(double const* w, double const* low, double const* high,
                               sums_of_ends& sums) {
    // (clang allows at most 256 operands in one expression)
    constexpr std::size_t at_once = Size < 64 ? Size : 64, whole = Size / at_once * at_once;
    for (std::size_t i = 0; i < whole; i += at_once)
        unrolled_derivatives<std::make_index_sequence<at_once>>::add(w + i, low + i, high + i,
                                                                     sums);
    if constexpr (whole < Size)
        unrolled_derivatives<std::make_index_sequence<Size - whole>>::add(w + whole, low + whole,
                                                                          high + whole, sums);
}

// The sum of two intervals. If both are on the same side of 0, so is the sum.
constexpr interval<double> sum(interval<double> const& x, interval<double> const& y) {
    if (x.lower == 0 && x.upper == 0)
        return y;
    if (y.lower == 0 && y.upper == 0)
        return x;
    double const low = number::next_below(x.lower + y.lower);
    double const high = number::next_above(x.upper + y.upper);
    bool const is_positive = x.lower >= 0 && y.lower >= 0;
    bool const is_negative = x.upper <= 0 && y.upper <= 0;
    return {is_positive && low < 0 ? 0 : low, is_negative && high > 0 ? 0 : high};
}

// The product of two intervals. Its sign is that of its factors, however small it is.
constexpr interval<double> product(interval<double> const& x, interval<double> const& y) {
    if (y.lower == 1 && y.upper == 1)
        return x;
    if ((y.lower == 0 && y.upper == 0) || (x.lower == 0 && x.upper == 0))
        return {0, 0};
    double const a = x.lower * y.lower, b = x.lower * y.upper;
    double const c = x.upper * y.lower, d = x.upper * y.upper;
    double const low = number::next_below(smaller(smaller(a, b), smaller(c, d)));
    double const high = number::next_above(larger(larger(a, b), larger(c, d)));
    bool const is_positive = (x.lower >= 0 && y.lower >= 0) || (x.upper <= 0 && y.upper <= 0);
    bool const is_negative = (x.lower >= 0 && y.upper <= 0) || (x.upper <= 0 && y.lower >= 0);
    return {is_positive && low < 0 ? 0 : low, is_negative && high > 0 ? 0 : high};
}

} // namespace ctnn::verify::detail

namespace ctnn::verify::detail {
CTNN_ARITHMETIC_BEGIN

// Through a softmax, dy_k / dv_i = p_k ((k == i) - p_i), for intervals of its outputs.
template <std::size_t Size>
constexpr void softmax_derivatives(std::array<interval<double>, Size> const& p,
                                   derivatives<Size, Size>& to) {
    for (std::size_t k = 0; k < Size; ++k)
        for (std::size_t i = 0; i < Size; ++i) {
            interval<double> y = product(p[k], p[i]);
            if (i != k) {
                y = -y;
            } else { // p (1 - p), which is largest at a half
                interval<double> const a =
                    product({p[k].lower, p[k].lower}, {number::next_below(1 - p[k].lower),
                                                       number::next_above(1 - p[k].lower)});
                interval<double> const b =
                    product({p[k].upper, p[k].upper}, {number::next_below(1 - p[k].upper),
                                                       number::next_above(1 - p[k].upper)});
                bool const holds_half = p[k].lower <= 0.5 && p[k].upper >= 0.5;
                y = {larger(0.0, smaller(a.lower, b.lower)),
                     holds_half ? 0.25 : larger(a.upper, b.upper)};
            }
            to.low[k][i] = y.lower, to.high[k][i] = y.upper;
        }
}

// Through a log_softmax, dy_k / dv_i = (k == i) - p_i, for intervals of the probabilities.
template <std::size_t Size>
constexpr void log_softmax_derivatives(std::array<interval<double>, Size> const& p,
                                       derivatives<Size, Size>& to) {
    for (std::size_t k = 0; k < Size; ++k)
        for (std::size_t i = 0; i < Size; ++i) {
            to.low[k][i] = k == i ? larger(0.0, number::next_below(1 - p[i].upper)) : -p[i].upper;
            to.high[k][i] = k == i ? number::next_above(1 - p[i].lower) : -p[i].lower;
        }
}

// From the derivatives by the numbers after an activation to those by the numbers before it.
template <class Network, int Index, std::size_t Rows, std::size_t Size>
constexpr void pass_activation(linear_chain<Network, Index> const& chain,
                               derivatives<Rows, Size>& g) {
    using scalar = typename Network::scalar;
    using activation = typename linear_chain<Network, Index>::activation;
    if constexpr (concepts::elementwise_activation<activation, scalar>) {
        for (std::size_t i = 0; i < Size; ++i) {
            interval<double> const d = chain.after.derivatives(i, chain.low[i], chain.high[i]);
            for (std::size_t r = 0; r < Rows; ++r) {
                interval<double> const y = product({g.low[r][i], g.high[r][i]}, d);
                g.low[r][i] = y.lower, g.high[r][i] = y.upper;
            }
        }
    } else {
        std::array<interval<scalar>, Size> v{};
        for (std::size_t i = 0; i < Size; ++i)
            v[i] = outward<scalar>(chain.low[i], chain.high[i]);
        auto const y = softmax_range(v);
        std::array<interval<double>, Size> p{};
        for (std::size_t i = 0; i < Size; ++i)
            p[i] = {static_cast<double>(y[i].lower), static_cast<double>(y[i].upper)};
        derivatives<Size, Size> inside;
        if constexpr (customization::gives_log_probabilities<activation>)
            log_softmax_derivatives(p, inside);
        else
            softmax_derivatives(p, inside);
        for (std::size_t r = 0; r < Rows; ++r) {
            derivatives<1, Size> next;
            for (std::size_t i = 0; i < Size; ++i) {
                sums_of_ends sums;
                for (std::size_t k = 0; k < Size; ++k) {
                    interval<double> const term =
                        product({g.low[r][k], g.high[r][k]}, {inside.low[k][i], inside.high[k][i]});
                    sums.low += term.lower, sums.high += term.upper;
                    sums.of_low += term.lower < 0 ? -term.lower : term.lower;
                    sums.of_high += term.upper < 0 ? -term.upper : term.upper;
                    sums.falls = sums.falls || term.lower < 0;
                    sums.rises = sums.rises || term.upper > 0;
                }
                interval<double> const sum = sums.template rounded_outwards<Size>();
                next.low[0][i] = sum.lower, next.high[0][i] = sum.upper;
            }
            for (std::size_t i = 0; i < Size; ++i)
                g.low[r][i] = next.low[0][i], g.high[r][i] = next.high[0][i];
        }
    }
}

// If an end overflows, or two of them gave a NaN, nothing is known. This is checked after each step,
// because a NaN may get lost in the next step's minima.
template <std::size_t Rows, std::size_t Columns>
constexpr bool are_known(derivatives<Rows, Columns> const& g) {
    constexpr double most = (std::numeric_limits<double>::max)();
    bool known = true;
    for (std::size_t r = 0; r < Rows; ++r)
        for (std::size_t i = 0; i < Columns; ++i)
            known = known && -most <= g.low[r][i] && g.low[r][i] <= g.high[r][i] &&
                    g.high[r][i] <= most;
    return known;
}

template <class Network, int Index, std::size_t Rows, std::size_t Size>
constexpr bool pass_back(linear_chain<Network, Index> const& chain, derivatives<Rows, Size>& g,
                         derivatives<Rows, Network::input_size>& at_inputs);

// The product of the outputs of all branches but one, number by number.
template <std::size_t Branch, std::size_t Size, class Branches>
constexpr std::array<interval<double>, Size> product_of_others(Branches const& branches) {
    std::array<interval<double>, Size> all{};
    all.fill({1, 1});
    branches.for_each(
        [&]<std::size_t K>(std::integral_constant<std::size_t, K>, auto const& chain) {
            for (std::size_t i = 0; K != Branch && i < Size; ++i)
                all[i] = product({chain.y_low[i], chain.y_high[i]}, all[i]);
        });
    return all;
}

// Through branches that are added up or multiplied: the derivatives by the numbers before them, from those by the sums or
// products.
template <class Bound, class Branches, std::size_t Rows, std::size_t Size, std::size_t Inputs>
constexpr bool pass_branches(Branches const& branches, derivatives<Rows, Size> const& g,
                             derivatives<Rows, Inputs>& at_inputs) {
    bool known = true;
    branches.for_each(
        [&]<std::size_t K>(std::integral_constant<std::size_t, K>, auto const& chain) {
            constexpr std::size_t size = std::remove_cvref_t<decltype(chain)>::outputs;
            derivatives<Rows, size> before;
            derivatives<Rows, Inputs> own;
            if constexpr (placed::multiplies_branches<Bound>) {
                auto const others = product_of_others<K, Size>(branches);
                for (std::size_t r = 0; r < Rows; ++r)
                    for (std::size_t i = 0; i < Size; ++i) {
                        interval<double> const y = product({g.low[r][i], g.high[r][i]}, others[i]);
                        before.low[r][i] = y.lower, before.high[r][i] = y.upper;
                    }
            } else {
                for (std::size_t r = 0; r < Rows; ++r)
                    placed::for_each_number<typename Bound::join, K, size>([&](std::size_t i,
                                                                               std::size_t j) {
                        interval<double> const y =
                            sum({before.low[r][i], before.high[r][i]}, {g.low[r][j], g.high[r][j]});
                        before.low[r][i] = y.lower, before.high[r][i] = y.upper;
                    });
            }
            known = known && pass_back(chain, before, own);
            for (std::size_t r = 0; r < Rows; ++r)
                for (std::size_t i = 0; i < Inputs; ++i) {
                    interval<double> const y = sum({at_inputs.low[r][i], at_inputs.high[r][i]},
                                                   {own.low[r][i], own.high[r][i]});
                    at_inputs.low[r][i] = y.lower, at_inputs.high[r][i] = y.upper;
                }
        });
    return known && are_known(at_inputs);
}

// From the derivatives by the numbers after the layers up to Index to those by the inputs; false if they
// are not known.
template <class Network, int Index, std::size_t Rows, std::size_t Size>
constexpr bool pass_back(linear_chain<Network, Index> const& chain, derivatives<Rows, Size>& g,
                         derivatives<Rows, Network::input_size>& at_inputs) {
    if constexpr (Index < 0) {
        at_inputs = g;
        return true;
    } else {
        using here = linear_chain<Network, Index>;
        pass_activation(chain, g);
        if (!are_known(g))
            return false;
        if constexpr (here::is_affine_layer) {
            derivatives<Rows, here::inputs> next;
            for (std::size_t r = 0; r < Rows; ++r) {
                using layer = typename here::layer;
                sums_of_ends sums[here::inputs]{};
                for_each_row<layer>(chain.weights, chain.before.taken,
                                    [&](std::size_t h, double const* w, std::size_t first) {
                                        add_dot_of_ends<layer::channels>(
                                            w, g.low[r] + first, g.high[r] + first, sums[h]);
                                    });
                for (std::size_t h = 0; h < here::inputs; ++h) {
                    interval<double> const y = sums[h].template rounded_outwards<Size>();
                    next.low[r][h] = y.lower, next.high[r][h] = y.upper;
                }
            }
            return are_known(next) && pass_back(chain.before, next, at_inputs);
        } else if constexpr (here::has_branches) {
            derivatives<Rows, here::inputs> next;
            return pass_branches<typename here::layer>(chain.branches, g, next) &&
                   pass_back(chain.before, next, at_inputs);
        } else {
            return pass_back(chain.before, g, at_inputs);
        }
    }
}

// For as many outputs as there are rows, from the first one on.
template <class Chain, std::size_t Rows, std::size_t Inputs>
constexpr bool differentiate(Chain const& chain, derivatives<Rows, Inputs>& at_inputs,
                             std::size_t first = 0) {
    if (!chain.known)
        return false;
    derivatives<Rows, Chain::outputs> at_outputs;
    for (std::size_t r = 0; r < Rows; ++r)
        at_outputs.low[r][first + r] = at_outputs.high[r][first + r] = 1;
    return pass_back(chain, at_outputs, at_inputs);
}

// What lies before the last activation is only examined if that activation bends.
template <class Network>
inline constexpr refined last_layer_for_derivatives =
    ctnn::detail::is_line<typename Network::last_stage::activation> ? refined::none : refined::all;

CTNN_ARITHMETIC_END
} // namespace ctnn::verify::detail
