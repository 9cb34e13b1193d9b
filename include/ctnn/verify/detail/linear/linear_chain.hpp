#pragma once

#include <array>
#include <cstddef>
#include <ctnn/concept/activation.hpp>
#include <ctnn/detail/arithmetic_in_use.hpp>
#include <ctnn/detail/is_dense.hpp>
#include <ctnn/number/interval.hpp>
#include <ctnn/verify/box.hpp>
#include <ctnn/verify/detail/linear/functionals.hpp>
#include <ctnn/verify/detail/linear/input_chain.hpp>
#include <ctnn/verify/detail/linear/linear_verdict.hpp>
#include <ctnn/verify/detail/linear/lines.hpp>
#include <ctnn/verify/detail/linear/machine_functionals.hpp>
#include <ctnn/verify/detail/linear/minimum.hpp>
#include <ctnn/verify/detail/linear/neuron_phases.hpp>
#include <ctnn/verify/detail/linear/rounding_errors.hpp>
#include <ctnn/verify/detail/range/layer_range.hpp>
#include <limits>
#include <type_traits>
#include <utility>

// Linear relaxation, backwards (CROWN, DeepPoly): a linear function of a layer's numbers is bounded
// from below by one of the numbers before its activation, by a line for each neuron, and that by one
// of the numbers of the layer before, down to the box of inputs.
//
// All of it is computed in double and holds for the numbers of the program as well as for numbers that
// are never rounded: rounding_errors.hpp.

CTNN_NAMESPACE(ctnn::verify::detail) {

// Which neurons of the last layer of a chain get more than interval bounds.
enum class refined { none, bends, all };

// Adds the middle, the radius and the magnitude of a sum to its bias, 0 and that of its bias.
template <std::size_t... I>
constexpr void affine_of_double(double const* weights, std::size_t stride, double const* middle,
                                double const* radius, double const* magnitude, double& to_middle,
                                double& to_radius, double& to_magnitude,
                                std::index_sequence<I...>) {
    double w{}, c = to_middle, r = to_radius, s = to_magnitude;
    ((w = weights[I * stride], c += w * middle[I], w = w < 0 ? -w : w, r += w * radius[I],
      s += w * magnitude[I]),
     ...);
    to_middle = c, to_radius = r, to_magnitude = s;
}

// The layers up to Index, of which -1 is the box of inputs. `low` and `high` are bounds of the numbers
// before the activation, y_low and y_high of those behind it.
template <class Network, int Index>
struct linear_chain {
    using stage = typename Network::template stage<static_cast<std::size_t>(Index)>;
    using scalar = typename Network::scalar;
    using activation = typename stage::activation;
    static constexpr std::size_t inputs = stage::input_size, outputs = stage::output_size;
    static constexpr bool is_dense_layer = ctnn::detail::is_dense<typename stage::descriptor>;
    static constexpr std::size_t half = functionals_at_once / 2;
    static constexpr std::size_t number = numbers_before<Network, static_cast<std::size_t>(Index)>;
    static_assert(is_linear_stage<stage>);
    // Of a sum |a| S: what its roundings here are, and those of the program.
    static constexpr double share =
        4 * own_error<inputs, outputs> + (is_dense_layer ? program_error<scalar, inputs> : 0);

    linear_chain<Network, Index - 1> before;
    double weights[is_dense_layer ? inputs * outputs + chunk_lanes - 1 : 1]{}; // [input][output]
    double biases[outputs]{}, magnitude[outputs]{};
    double low[outputs]{}, high[outputs]{}, y_low[outputs]{}, y_high[outputs]{};
    lines between[outputs]{};
    bool taken[outputs]{}, is_bent[outputs]{};
    row_size taken_at[outputs]{}; // on the machine, those that are taken
    std::size_t taken_count = 0;
    bool known = false;
    bool empty = false; // no input has the phases

    constexpr linear_chain(Network const& net, box<scalar, Network::input_size> const& in,
                           refined which = refined::bends,
                           chain_bounds<Network> const* bounds = nullptr,
                           neuron_phases<Network> const* phases = nullptr)
        : before(net, in, refined::bends, bounds, phases), empty(before.empty) {
        if (!before.known)
            return;
        load(net);
        bound_by_intervals();
        if (bounds != nullptr)
            take(*bounds);
        settle(phases);
        if constexpr (Index > 0 && is_dense_layer)
            if (known && which != refined::none) {
                refine(which == refined::all);
                settle(phases);
            }
        if (known)
            relax(phases);
    }

    constexpr void save(chain_bounds<Network>& to) const {
        before.save(to);
        for (std::size_t j = 0; j < outputs; ++j)
            to.low[number + j] = low[j], to.high[number + j] = high[j];
        to.known = known;
    }

    // Functions of the numbers behind the activation, one row of coefficients for each number; the
    // rows are used up. `results` gets bounds of them from below.
    constexpr void bound(lanes* a, linear_functions& f, double* results) const {
        double moved[functionals_at_once]{};
        bool any = false;
        keep_coefficients<outputs>(f, number, taken, a);
        for (std::size_t i = 0; i < outputs; ++i)
            if (taken[i] && is_bent[i]) {
                lines const& y = between[i];
                double const most = magnitude_of(y.low_intercept, y.high_intercept);
                double const error = 4 * own_error<inputs, outputs> * most;
                double const square = error * error * static_cast<double>(outputs);
                double of[functionals_at_once]{};
                f.others = f.others + square * (a[i] * a[i]);
                f.unpack_used(a[i], of);
                all_lanes::add_either(of, y.high_intercept, y.low_intercept, moved);
                all_lanes::scale_either(of, y.high_slope, y.low_slope);
                pack(of, a[i]);
                any = true;
            }
        if (any) {
            lanes all;
            pack(moved, all);
            f.constant = f.constant + all;
        }
        add_multipliers<outputs>(f, number, taken, a);
        bound_before(a, f, results);
    }

    // Functions of the numbers before the activation of which `taken` are asked for.
    constexpr void bound_before(lanes* a, linear_functions& f, double* results) const {
        constexpr double zeros[functionals_at_once]{};
        constexpr double square = share * share * static_cast<double>(outputs);
        lanes nothing, squares, moved;
        pack(zeros, nothing);
        squares = nothing, moved = nothing;
        for (std::size_t i = 0; i < outputs; ++i)
            if (taken[i]) {
                double const s = magnitude[i], bias = biases[i];
                lanes const scaled = s * a[i];
                squares = squares + scaled * scaled;
                moved = moved + bias * a[i];
            }
        double const factor = square;
        f.constant = f.constant + moved;
        f.layers = f.layers + factor * squares;
        if constexpr (is_dense_layer) {
            lanes next[inputs];
            for (std::size_t h = 0; h < inputs; ++h)
                if (before.taken[h]) {
                    lanes sum = nothing;
                    add_rows<outputs>(weights + h * outputs, taken, a, sum);
                    next[h] = sum;
                }
            before.bound(next, f, results);
        } else {
            for (std::size_t i = 0; i < outputs; ++i)
                if (!taken[i])
                    a[i] = nothing;
            before.bound(a, f, results);
        }
    }

    // The same on the machine.
    void bound(double* a, machine_functions const& f, double* results) const {
        double moved[functionals_at_once]{};
        bool any = false;
        keep_coefficients<outputs>(f, number, taken, a);
        for (std::size_t n = 0; n < taken_count; ++n) {
            std::size_t const i = taken_at[n];
            if (is_bent[i]) {
                lines const& y = between[i];
                double const most = magnitude_of(y.low_intercept, y.high_intercept);
                double const error = 4 * own_error<inputs, outputs> * most;
                add_relaxed(y, error * error * static_cast<double>(outputs), a + i * f.width, moved,
                            f);
                any = true;
            }
        }
        if (any)
            add_to(f.constant, moved, f.width);
        add_multipliers<outputs>(f, number, taken, a);
        bound_before(a, f, results);
    }

    void bound_before(double* a, machine_functions const& f, double* results) const {
        constexpr double square = share * share * static_cast<double>(outputs);
        rows_taken const from{taken_at, taken_count};
        add_layer(magnitude, biases, from, square, a, f);
        if constexpr (is_dense_layer) {
            alignas(chunk) double next[inputs * functionals_at_once];
            multiply_rows(weights, outputs, from, a, f.width, {before.taken_at, before.taken_count},
                          next);
            before.bound(next, f, results);
        } else {
            for (std::size_t i = 0; i < outputs; ++i)
                for (std::size_t k = 0; k < f.width; ++k)
                    if (!taken[i])
                        a[i * f.width + k] = 0;
            before.bound(a, f, results);
        }
    }

private:
    constexpr void load(Network const& net) {
        if constexpr (is_dense_layer) {
            auto const& p = net.template layer<static_cast<std::size_t>(Index)>();
            scalar const* const w = p.weights.values.data();
            scalar const* const b = p.biases.data();
            for (std::size_t h = 0; h < inputs; ++h)
                if (before.taken[h])
                    for (std::size_t i = h * outputs; i < (h + 1) * outputs; ++i)
                        weights[i] = static_cast<double>(w[i]);
            for (std::size_t j = 0; j < outputs; ++j)
                biases[j] = static_cast<double>(b[j]);
        }
    }

    // What is known of a larger box.
    constexpr void take(chain_bounds<Network> const& bounds) {
        if (bounds.known)
            for (std::size_t j = 0; j < outputs; ++j) {
                double const a = bounds.low[number + j], b = bounds.high[number + j];
                low[j] = a > low[j] ? a : low[j];
                high[j] = b < high[j] ? b : high[j];
            }
    }

    constexpr void bound_by_intervals() {
        double middle[inputs]{}, radius[inputs]{}, most[inputs]{};
        for (std::size_t i = 0; i < inputs; ++i) {
            double const a = before.y_low[i], b = before.y_high[i];
            middle[i] = 0.5 * a + 0.5 * b;
            radius[i] = (0.5 * b - 0.5 * a) + 2 * unit * magnitude_of(a, b);
            most[i] = magnitude_of(a, b);
        }
        if constexpr (is_dense_layer) {
            constexpr std::size_t size = whole_chunks(outputs);
            double c[size]{}, r[size]{}, s[size]{};
            for (std::size_t j = 0; j < outputs; ++j)
                c[j] = biases[j], s[j] = magnitude_of(biases[j], 0);
            if (std::is_constant_evaluated())
                for (std::size_t j = 0; j < outputs; ++j)
                    affine_of_double(weights + j, outputs, middle, radius, most, c[j], r[j], s[j],
                                     std::make_index_sequence<inputs>{});
            else
                affine_in_rows(weights, inputs, outputs, middle, radius, most, c, r, s);
            for (std::size_t j = 0; j < outputs; ++j) {
                magnitude[j] =
                    s[j] * (1 + 4 * own_error<inputs, outputs>)+magnitude_of_nothing<scalar>;
                double const error = share * magnitude[j];
                low[j] = (c[j] - r[j]) - error;
                high[j] = (c[j] + r[j]) + error;
            }
        } else {
            for (std::size_t j = 0; j < outputs; ++j) {
                magnitude[j] = most[j] + magnitude_of_nothing<scalar>;
                low[j] = before.y_low[j], high[j] = before.y_high[j];
            }
        }
        for (std::size_t j = 0; j < outputs; ++j)
            taken[j] = true;
        if (!std::is_constant_evaluated())
            list_taken();
    }

    // (What is larger than the second of these could make products that are not negligible of what
    // is too small for a double.)
    constexpr bool are_in_range() const {
        constexpr double largest = static_cast<double>(std::numeric_limits<scalar>::max()) / 4;
        constexpr double most = largest < 1e100 ? largest : 1e100;
        bool all = inputs <= 100'000;
        for (std::size_t j = 0; j < outputs; ++j)
            all = all && -most < low[j] && low[j] < most && -most < high[j] && high[j] < most &&
                  magnitude[j] < most;
        return all;
    }

    // Takes phases into the bounds, and tells whether these can be used. Bounds that contradict each
    // other hold for no input: none of the box has these phases.
    constexpr void settle(neuron_phases<Network> const* phases) {
        bool contradict = false;
        known = are_in_range();
        for (std::size_t j = 0; known && j < outputs; ++j) {
            phase const side = phases == nullptr ? phase::free : phases->of(number + j);
            if (side == phase::off) {
                contradict = contradict || low[j] > 0;
                high[j] = high[j] < 0 ? high[j] : 0;
            } else if (side == phase::on) {
                contradict = contradict || high[j] <= 0;
                low[j] = low[j] > 0 ? low[j] : 0;
            }
            contradict = contradict || low[j] > high[j];
        }
        empty = known && contradict && phases != nullptr;
        known = known && !contradict;
    }

    // Where a bound decides about the lines, it is worth to find a better one.
    constexpr void refine(bool all) {
        std::size_t which[outputs]{}, count = 0;
        for (std::size_t j = 0; j < outputs; ++j)
            if (all || lines_of<activation>::depends_on(low[j], high[j]))
                which[count++] = j;
        for (std::size_t first = 0; first < count; first += half)
            refine(which + first, count - first < half ? count - first : half);
    }

    // One function for each neuron, and one for its negative.
    constexpr void refine(std::size_t const* which, std::size_t count) {
        double constants[functionals_at_once]{}, squares[functionals_at_once]{};
        double results[functionals_at_once]{};
        for (std::size_t k = 0; k < count; ++k) {
            double const error = share * magnitude[which[k]];
            constants[k] = biases[which[k]];
            constants[count + k] = -constants[k];
            squares[k] = squares[count + k] = error * error;
        }
        bound_functionals<inputs>(
            2 * count, constants, squares,
            [&](std::size_t h, double* of) {
                double const* const w = weights + h * outputs;
                if (before.taken[h])
                    for (std::size_t k = 0; k < count; ++k) {
                        of[k] = w[which[k]];
                        of[count + k] = -of[k];
                    }
            },
            [&](auto* a, auto& f) { before.bound(a, f, results); });
        for (std::size_t k = 0; k < count; ++k) {
            std::size_t const j = which[k];
            if (results[k] > low[j])
                low[j] = results[k];
            if (-results[count + k] < high[j])
                high[j] = -results[count + k];
        }
    }

    constexpr void relax(neuron_phases<Network> const* phases) {
        if constexpr (concepts::elementwise_activation<activation, scalar>) {
            for (std::size_t j = 0; j < outputs; ++j) {
                ends const e = lines_of<activation>::template range<scalar>(low[j], high[j]);
                relax(j, lines_of<activation>::template between<scalar>(low[j], high[j]), e);
                // (what is off is still a constraint, and gets a coefficient from its multiplier)
                if (phases != nullptr && phases->of(number + j) == phase::off)
                    taken[j] = true;
            }
        } else if constexpr (static_cast<std::size_t>(Index) + 1 < Network::depth) {
            // One that mixes its numbers, as softmax does: its range, between level lines. (Behind
            // the last layer, nobody asks for lines.)
            std::array<interval<scalar>, outputs> v{};
            for (std::size_t j = 0; j < outputs; ++j)
                v[j] = outward<scalar>(low[j], high[j]);
            auto const y = activation_range<activation>::of(v);
            for (std::size_t j = 0; j < outputs; ++j) {
                lines const level = level_lines(y[j]);
                relax(j, level, {level.low_intercept, level.high_intercept});
            }
        }
        if (!std::is_constant_evaluated())
            list_taken();
    }

    constexpr void relax(std::size_t j, lines const& y, ends const& e) {
        between[j] = y;
        is_bent[j] = !(y.low_slope == 1 && y.high_slope == 1 && y.low_intercept == 0 &&
                       y.high_intercept == 0);
        taken[j] = !(y.low_slope == 0 && y.high_slope == 0 && y.low_intercept == 0 &&
                     y.high_intercept == 0);
        y_low[j] = e.low, y_high[j] = e.high;
    }

    void list_taken() {
        taken_count = 0;
        for (std::size_t j = 0; j < outputs; ++j)
            if (taken[j])
                taken_at[taken_count++] = static_cast<row_size>(j);
    }
};

} // CTNN_NAMESPACE(ctnn::verify::detail)
