#pragma once

#include <array>
#include <cstddef>
#include <ctnn/concept/activation.hpp>
#include <ctnn/detail/arithmetic_in_use.hpp>
#include <ctnn/detail/is_dense.hpp>
#include <ctnn/number/interval.hpp>
#include <ctnn/verify/box.hpp>
#include <ctnn/verify/detail/functionals.hpp>
#include <ctnn/verify/detail/layer_range.hpp>
#include <ctnn/verify/detail/linear_verdict.hpp>
#include <ctnn/verify/detail/lines.hpp>
#include <limits>

// Linear relaxation, backwards (CROWN, DeepPoly): a linear function of a layer's numbers is bounded
// from below by one of the numbers before its activation, by a line for each neuron, and that by one
// of the numbers of the layer before, down to the box of inputs.
//
// All of it is computed in double, and holds for the numbers of the program as well as for numbers
// that are never rounded. What makes it so (docs/verification.md has the argument):
//
// - A neuron's magnitude S is a bound of sum |w| |y| + |b|, y being the numbers before it. The
//   program's own sum is off by at most `program_error` S (Higham: n + 1 roundings of it, in any
//   order).
// - A coefficient that is rounded changes the function by its error times what it multiplies. For
//   the functions a' W and a' b that is at most `own_error` times sum |a'| S as well.
// - Whatever is added to the constant is first added up for its layer; to add the layers up costs two
//   roundings for each, of what is at most the sum of all |a'| S: far less than `own_error` of it.
// - So sums of |a'| S over a layer bound all there is. They are kept as squares, for the sum of n
//   numbers is at most the root of n times the sum of their squares, which needs no absolute values.

CTNN_NAMESPACE(ctnn::verify::detail) {

// Roundings in double, of which each is at most half an epsilon: generously what is added up in one
// of the sums here, for a layer of Inputs and Outputs.
template <std::size_t Inputs, std::size_t Outputs>
inline constexpr double own_error = unit* static_cast<double>(Inputs + Outputs + 40);

template <class T, std::size_t Inputs>
inline constexpr double program_error = 0.505 *
                                        static_cast<double>(std::numeric_limits<T>::epsilon()) *
                                        static_cast<double>(Inputs + 2);

// Below all that can get lost where products of T become subnormal, in units of a magnitude.
template <class T>
inline constexpr double magnitude_of_nothing = sizeof(T) == 4 ? 1e-30 : 1e-150;
// The same of the squares here.
inline constexpr double slack_of_nothing = 1e-130;

constexpr double magnitude_of(double a, double b) {
    double const x = a < 0 ? -a : a, y = b < 0 ? -b : b;
    return x > y ? x : y;
}

// Which neurons of the last layer of a chain get more than interval bounds.
enum class refined { none, bends, all };

template <std::size_t... I>
constexpr void affine_of_double(double const* weights, std::size_t stride, double bias,
                                double const* middle, double const* radius, double const* magnitude,
                                double* out, std::index_sequence<I...>) {
    double w{}, c = bias, r = 0, s = magnitude_of(bias, 0);
    ((w = weights[I * stride], c += w * middle[I], w = w < 0 ? -w : w, r += w * radius[I],
      s += w * magnitude[I]),
     ...);
    out[0] = c, out[1] = r, out[2] = s;
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
    static_assert(is_linear_stage<stage>);
    // Of a sum |a| S: what its roundings here are, and those of the program.
    static constexpr double share =
        4 * own_error<inputs, outputs> + (is_dense_layer ? program_error<scalar, inputs> : 0);

    linear_chain<Network, Index - 1> before;
    double weights[is_dense_layer ? inputs * outputs : 1]{}; // [input][output]
    double biases[outputs]{}, magnitude[outputs]{};
    double low[outputs]{}, high[outputs]{}, y_low[outputs]{}, y_high[outputs]{};
    lines between[outputs]{};
    bool taken[outputs]{}, is_bent[outputs]{};
    bool known = false;

    constexpr linear_chain(Network const& net, box<scalar, Network::input_size> const& in,
                           refined which = refined::bends)
        : before(net, in) {
        if (!before.known)
            return;
        load(net);
        bound_by_intervals();
        known = are_known();
        if constexpr (Index > 0 && is_dense_layer)
            if (known && which != refined::none)
                refine(which == refined::all);
        known = known && are_known();
        if (known)
            relax();
    }

    // Functions of the numbers behind the activation, one row of coefficients for each number; the
    // rows are used up. `results` gets bounds of them from below.
    constexpr void bound(lanes* a, linear_functions& f, double* results) const {
        double moved[functionals_at_once]{};
        bool any = false;
        for (std::size_t i = 0; i < outputs; ++i)
            if (taken[i] && is_bent[i]) {
                lines const& y = between[i];
                double const most = magnitude_of(y.low_intercept, y.high_intercept);
                double const error = 4 * own_error<inputs, outputs> * most;
                double const square = error * error * static_cast<double>(outputs);
                double of[functionals_at_once]{};
                f.others = f.others + square * (a[i] * a[i]);
                unpack(a[i], of);
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
            for (std::size_t h = 0; h < inputs; ++h) {
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

private:
    constexpr void load(Network const& net) {
        if constexpr (is_dense_layer) {
            auto const& p = net.template layer<static_cast<std::size_t>(Index)>();
            scalar const* const w = p.weights.values.data();
            scalar const* const b = p.biases.data();
            for (std::size_t i = 0; i < inputs * outputs; ++i)
                weights[i] = static_cast<double>(w[i]);
            for (std::size_t j = 0; j < outputs; ++j)
                biases[j] = static_cast<double>(b[j]);
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
        for (std::size_t j = 0; j < outputs; ++j) {
            if constexpr (is_dense_layer) {
                double out[3]{};
                affine_of_double(weights + j, outputs, biases[j], middle, radius, most, out,
                                 std::make_index_sequence<inputs>{});
                magnitude[j] =
                    out[2] * (1 + 4 * own_error<inputs, outputs>)+magnitude_of_nothing<scalar>;
                double const error = share * magnitude[j];
                low[j] = (out[0] - out[1]) - error;
                high[j] = (out[0] + out[1]) + error;
            } else {
                magnitude[j] = most[j] + magnitude_of_nothing<scalar>;
                low[j] = before.y_low[j], high[j] = before.y_high[j];
            }
            taken[j] = true;
        }
    }

    // (What is larger than the second of these could make products that are not negligible of what
    // is too small for a double.)
    constexpr bool are_known() const {
        constexpr double largest = static_cast<double>(std::numeric_limits<scalar>::max()) / 4;
        constexpr double most = largest < 1e100 ? largest : 1e100;
        bool all = inputs <= 100'000;
        for (std::size_t j = 0; j < outputs; ++j)
            all =
                all && -most < low[j] && low[j] <= high[j] && high[j] < most && magnitude[j] < most;
        return all;
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
        lanes a[inputs];
        for (std::size_t h = 0; h < inputs; ++h) {
            double of[functionals_at_once]{};
            for (std::size_t k = 0; k < count; ++k) {
                of[k] = weights[h * outputs + which[k]];
                of[half + k] = -of[k];
            }
            pack(of, a[h]);
        }
        double constants[functionals_at_once]{}, results[functionals_at_once]{};
        for (std::size_t k = 0; k < count; ++k) {
            constants[k] = biases[which[k]];
            constants[half + k] = -constants[k];
        }
        double squares[functionals_at_once]{};
        for (std::size_t k = 0; k < count; ++k) {
            double const error = share * magnitude[which[k]];
            squares[k] = squares[half + k] = error * error;
        }
        linear_functions f(constants, squares);
        before.bound(a, f, results);
        for (std::size_t k = 0; k < count; ++k) {
            std::size_t const j = which[k];
            if (results[k] > low[j])
                low[j] = results[k];
            if (-results[half + k] < high[j])
                high[j] = -results[half + k];
        }
    }

    constexpr void relax() {
        if constexpr (concepts::elementwise_activation<activation, scalar>) {
            for (std::size_t j = 0; j < outputs; ++j) {
                ends const e = lines_of<activation>::template range<scalar>(low[j], high[j]);
                relax(j, lines_of<activation>::template between<scalar>(low[j], high[j]), e);
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
    }

    constexpr void relax(std::size_t j, lines const& y, ends const& e) {
        between[j] = y;
        is_bent[j] = !(y.low_slope == 1 && y.high_slope == 1 && y.low_intercept == 0 &&
                       y.high_intercept == 0);
        taken[j] = !(y.low_slope == 0 && y.high_slope == 0 && y.low_intercept == 0 &&
                     y.high_intercept == 0);
        y_low[j] = e.low, y_high[j] = e.high;
    }
};

// The box of inputs.
template <class Network>
struct linear_chain<Network, -1> {
    using scalar = typename Network::scalar;
    static constexpr std::size_t outputs = Network::input_size;

    double y_low[outputs]{}, y_high[outputs]{};
    bool known = false;

    constexpr linear_chain(Network const&, box<scalar, outputs> const& in) : known(in.is_valid()) {
        if (known)
            for (std::size_t i = 0; i < outputs; ++i) {
                y_low[i] = static_cast<double>(in.lower[i]);
                y_high[i] = static_cast<double>(in.upper[i]);
            }
    }

    constexpr void bound(lanes* a, linear_functions& f, double* results) const {
        double sums[functionals_at_once]{}, layers[functionals_at_once]{};
        double others[functionals_at_once]{}, errors[functionals_at_once]{};
        for (std::size_t i = 0; i < outputs; ++i) {
            double const error = 4 * own_error<1, outputs> * magnitude_of(y_low[i], y_high[i]);
            double const square = error * error * static_cast<double>(outputs);
            double of[functionals_at_once]{};
            f.others = f.others + square * (a[i] * a[i]);
            unpack(a[i], of);
            all_lanes::add_either(of, y_high[i], y_low[i], sums);
        }
        if (f.at_inputs != nullptr)
            for (std::size_t i = 0; i < outputs; ++i)
                f.at_inputs[i] = a[i];
        unpack(f.constant, results);
        unpack(f.layers, layers);
        unpack(f.others, others);
        constexpr double depth = static_cast<double>(Network::depth);
        all_lanes::add_root(layers, depth + 1, errors);
        all_lanes::add_root(others, depth + 1, errors);
        for (std::size_t k = 0; k < functionals_at_once; ++k)
            errors[k] = errors[k] * (1 + 0.01 * (depth + 4)) + slack_of_nothing;
        all_lanes::subtract(errors, sums);
        for (std::size_t k = 0; k < functionals_at_once; ++k)
            results[k] += sums[k];
    }
};

} // CTNN_NAMESPACE(ctnn::verify::detail)
