#pragma once

#include <array>
#include <cstddef>
#include <ctnn/concept/activation.hpp>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/number/interval.hpp>
#include <ctnn/placed/affine_map.hpp>
#include <ctnn/placed/has_windows.hpp>
#include <ctnn/verify/box.hpp>
#include <ctnn/verify/detail/interval/layer_range.hpp>
#include <ctnn/verify/detail/linear/bends.hpp>
#include <ctnn/verify/detail/linear/branch_chains.hpp>
#include <ctnn/verify/detail/linear/column_sums.hpp>
#include <ctnn/verify/detail/linear/forward_functions.hpp>
#include <ctnn/verify/detail/linear/functionals.hpp>
#include <ctnn/verify/detail/linear/input_chain.hpp>
#include <ctnn/verify/detail/linear/linear_stage.hpp>
#include <ctnn/verify/detail/linear/lines.hpp>
#include <ctnn/verify/detail/linear/load_weights.hpp>
#include <ctnn/verify/detail/linear/machine_functionals.hpp>
#include <ctnn/verify/detail/linear/minimum.hpp>
#include <ctnn/verify/detail/linear/neuron_phases.hpp>
#include <ctnn/verify/detail/linear/opaque_layer.hpp>
#include <ctnn/verify/detail/linear/refine.hpp>
#include <ctnn/verify/detail/linear/rounding_errors.hpp>
#include <ctnn/verify/detail/linear/window_rows.hpp>
#include <type_traits>

// Backward linear relaxation (CROWN, DeepPoly): a line for each neuron bounds a linear function of a layer's numbers from
// below by one of the numbers before its activation. That is bounded by one of the layer before, and so on down to the
// box of inputs. Everything is computed in double and holds for the program's numbers as well as for numbers that are
// never rounded: rounding_errors.hpp.

namespace ctnn::verify::detail {
CTNN_ARITHMETIC_BEGIN

// The layers up to Index; -1 is the box of inputs. `low` and `high` are bounds of the numbers before the
// activation, y_low and y_high of those after it.
template <class Network, int Index>
struct linear_chain {
    using stage = typename Network::template stage<static_cast<std::size_t>(Index)>;
    using scalar = typename Network::scalar;
    using activation = typename stage::activation;
    using layer = typename stage::bound;
    static constexpr std::size_t inputs = stage::input_size, outputs = stage::output_size;
    static constexpr bool is_affine_layer = placed::is_affine<stage>;
    static constexpr bool has_windows = placed::has_many_windows<layer>;
    static constexpr bool has_branches = has_linear_branches<stage>;
    using before_type = linear_chain<Network, Index - 1>;
    using branches_type = branch_chains<layer, has_branches>;
    static constexpr std::size_t widest =
        widest_of(outputs, before_type::widest, branches_type::widest);
    static constexpr bool is_box = false;
    static constexpr std::size_t number = numbers_before<Network, static_cast<std::size_t>(Index)>;
    static constexpr std::size_t slopes =
        has_forward_functions<Network> ? static_cast<std::size_t>(Network::input_size) : 0;
    static constexpr bool is_opaque_layer = !lets_functions_through<stage> && !has_branches;
    // The share of a sum |a| S that its roundings are, here and in the program.
    static constexpr double share = 4 * own_error<inputs, outputs> +
                                    (is_affine_layer ? program_error<scalar, placed::terms<stage>>
                                     : has_branches  ? program_error<scalar, 64>
                                                     : 0);

    before_type before;
    [[no_unique_address]] branches_type branches;
    [[no_unique_address]] lines_after<stage> after;
    static constexpr std::size_t weights_size = weights_of<layer>;
    double weights[weights_size + (chunk_lanes > 1 ? chunk_lanes - 1 : 1)]; // [number][channel]
    double biases[outputs]{}, magnitude[outputs]{};
    double low[outputs]{}, high[outputs]{}, y_low[outputs]{}, y_high[outputs]{};
    lines between[outputs]{};
    double error_squares[outputs]{}; // of their intercepts
    bool taken[outputs]{}, is_bent[outputs]{};
    row_size taken_at[outputs]{}; // on the machine, those that are taken
    std::size_t taken_count = 0;
    bool known = false;
    bool empty = false; // no input has the phases
    // For the numbers before the activation until there are lines, then for those after it.
    neuron_rows<slopes, outputs> rows;
    apart before_lines = apart::by_roundings, after_lines = apart::by_roundings;
    static constexpr bool has_next = static_cast<std::size_t>(Index) + 1 < Network::depth;
    static constexpr bool keeps_functions = slopes > 0 && has_next&& is_relu_stage<stage>;
    functions_before_bends<keeps_functions ? slopes : 0, outputs> functions;

    template <class Origin = from_box>
    constexpr linear_chain(Network const& net, box<scalar, Network::input_size> const& in,
                           refined which = refined::bends,
                           chain_bounds<Network> const* bounds = nullptr,
                           neuron_phases<Network> const* phases = nullptr,
                           Origin const& origin = {})
        : before(net, in, refined::bends, bounds, phases, origin),
          branches(net.template layer<static_cast<std::size_t>(Index)>(), before, origin),
          empty(before.empty) {
        if (!before.known || !load(net))
            return;
        add_up(which != refined::none);
        bound_by_intervals();
        bounds_of_functions<slopes, outputs> of_functions;
        if constexpr (slopes > 0)
            if (which != refined::none)
                bound_forward(of_functions);
        if (bounds != nullptr)
            bounds->narrow(number, outputs, low, high);
        settle(phases);
        // (After one layer of lines, functions carried forward are those carried backward.)
        constexpr bool is_early = Index <= (slopes > 0 ? 1 : 0) && Origin::is_box;
        constexpr bool is_after = before_type::has_branches && !is_opaque_layer;
        if constexpr (is_affine_layer ? !is_early || is_after : has_branches || is_after)
            if (known && which != refined::none) {
                refine(which == refined::all, origin);
                settle(phases);
            }
        if (known)
            relax<Origin::is_branch>(phases);
        if constexpr (has_next)
            if (known && which != refined::none)
                pass(of_functions);
    }

    constexpr void save(chain_bounds<Network>& to) const {
        before.save(to);
        for (std::size_t j = 0; j < outputs; ++j)
            to.low[number + j] = low[j], to.high[number + j] = high[j];
        to.known = known;
    }

    // Functions of the numbers after the activation, one row of coefficients for each number; the
    // rows are used up. `results` gets bounds of them from below.
    template <class End>
    constexpr void bound(lanes* a, linear_functions& f, End const& end) const {
        keep_coefficients<outputs>(f, number, taken, a);
        relax_rows<outputs>(between, is_bent, error_squares, taken, a, f);
        add_multipliers<outputs>(f, number, taken, a);
        bound_before(a, f, end);
    }

    // Functions of the numbers before the activation; only those in `taken` count.
    template <class End>
    constexpr void bound_before(lanes* a, linear_functions& f, End const& end) const {
        constexpr double zeros[functionals_at_once]{};
        lanes nothing;
        pack(zeros, nothing);
        add_layer<outputs>(magnitude, biases, taken, share * share * static_cast<double>(outputs),
                           a, f);
        if constexpr (is_affine_layer) {
            lanes next[inputs];
            for (std::size_t h = 0; h < inputs; ++h)
                if (before.taken[h])
                    next[h] = nothing;
            for_each_row<layer>(weights, before.taken,
                                [&](std::size_t h, double const* w, std::size_t first) {
                                    add_rows<layer::channels>(w, taken + first, a + first, next[h]);
                                });
            before.bound(+next, f, end);
        } else if constexpr (is_opaque_layer || has_branches) {
            lanes next[inputs];
            for (std::size_t h = 0; h < inputs; ++h)
                next[h] = nothing;
            if constexpr (has_branches)
                branches.carry(taken, a, f, next);
            else
                end_functions<outputs>(low, high, taken, a, f);
            before.bound(+next, f, end);
        } else {
            for (std::size_t i = 0; i < outputs; ++i)
                if (!taken[i])
                    a[i] = nothing;
            before.bound(a, f, end);
        }
    }

    // The same on the machine. `next` has room for the rows of each layer before. Rows outside `in` do not count.
    template <class End>
    void bound(double* a, double* next, row_range in, machine_functions const& f,
               End const& end) const {
        keep_coefficients<outputs>(f, number, taken, a);
        rows_taken const from = rows_taken{taken_at, taken_count}.within(in);
        relax_rows({from, between, is_bent, error_squares}, a, f);
        add_multipliers<outputs>(f, number, taken, a);
        bound_before(a, next, in, f, end);
    }

    template <class End>
    void bound_before(double* a, double* next, row_range in, machine_functions const& f,
                      End const& end) const {
        constexpr double square = share * share * static_cast<double>(outputs);
        rows_taken const from = rows_taken{taken_at, taken_count}.within(in);
        add_layer(magnitude, biases, from, square, a, f);
        if constexpr (has_windows) {
            row_range const to = inputs_of_windows<layer>(in);
            clear_rows(to, f.width, next);
            multiply_windows<layer>(weights, before.taken, from, a, f.width, next);
            before.bound(next, a, to, f, end);
        } else if constexpr (is_affine_layer) {
            multiply_rows(weights, outputs, from, a, f.width, {before.taken_at, before.taken_count},
                          next);
            before.bound(next, a, {0, inputs}, f, end);
        } else if constexpr (is_opaque_layer || has_branches) {
            clear_rows({0, inputs}, f.width, next);
            if constexpr (has_branches)
                branches.carry(from, a, in, f, next);
            else
                end_functions(low, high, from, a, f);
            before.bound(next, a, {0, inputs}, f, end);
        } else {
            for (std::size_t i = in.first; i < in.end; ++i)
                for (std::size_t k = 0; k < f.width; ++k)
                    if (!taken[i])
                        a[i * f.width + k] = 0;
            before.bound(a, next, in, f, end);
        }
    }

private:
    // Whether anything can be known.
    constexpr bool load(Network const& net) {
        auto const& p = net.template layer<static_cast<std::size_t>(Index)>();
        bool const has_a_range = after.load(p);
        if constexpr (is_affine_layer) {
            load_biases<layer>(p, biases);
            for (std::size_t i = weights_size; i < weights_size + chunk_lanes - 1; ++i)
                weights[i] = 0;
            return load_weights<layer>(p, before.taken, weights);
        } else if constexpr (is_opaque_layer) {
            opaque_range<stage>(p, before.y_low, before.y_high, low, high);
        } else if constexpr (has_branches) {
            branches.join_ends(low, high, magnitude);
            return branches.known();
        }
        return has_a_range;
    }

    // The sums of a layer: of intervals, and of functions.
    constexpr void add_up([[maybe_unused]] bool with_functions) {
        if constexpr (is_affine_layer) {
            rows.set(biases);
            if (slopes == 0 || Index == 0 || !with_functions)
                add_columns<1, 2>();
            else if (before.after_lines == apart::by_functions)
                add_columns<2 + slopes, 3 + slopes>();
            else
                add_columns<2 + slopes, 3>();
        }
    }
    template <std::size_t Signed, std::size_t Magnitudes>
    constexpr void add_columns() {
        using rows_before = decltype(before.rows);
        rows_before const& from = before.rows;
        if constexpr (has_windows)
            add_columns_of_windows<layer, rows_before::stride, Signed, Magnitudes>(
                weights, before.taken, from.row(from.middle), from.row(from.radius), rows_of(rows));
        else
            detail::add_columns<inputs, outputs, rows_before::stride, Signed, Magnitudes>(
                weights, before.taken, {before.taken_at, before.taken_count}, from.row(from.middle),
                from.row(from.radius), rows_of(rows));
    }

    constexpr void bound_by_intervals() {
        if constexpr (is_affine_layer) {
            double const* const c = rows.row(rows.middle);
            double const* const r = rows.row(rows.radius);
            double const* const most = rows.row(rows.most);
            for (std::size_t j = 0; j < outputs; ++j) {
                magnitude[j] =
                    most[j] * (1 + 4 * own_error<inputs, outputs>)+magnitude_of_nothing<scalar>;
                double const error = share * magnitude[j];
                low[j] = (c[j] - r[j]) - error;
                high[j] = (c[j] + r[j]) + error;
            }
        } else if constexpr (is_opaque_layer) {
            for (std::size_t j = 0; j < outputs; ++j)
                magnitude[j] = magnitude_of(low[j], high[j]) + magnitude_of_nothing<scalar>;
        } else if constexpr (has_branches) {
            for (std::size_t j = 0; j < outputs; ++j) {
                magnitude[j] = magnitude[j] *
                               (1 + 4 * own_error<inputs, outputs>)+magnitude_of_nothing<scalar>;
                low[j] -= share * magnitude[j], high[j] += share * magnitude[j];
            }
        } else {
            double const* const most = before.rows.row(before.rows.most);
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

    constexpr void bound_forward(bounds_of_functions<slopes, outputs>& found) {
        constexpr bool is_level = is_opaque_layer || has_branches;
        before_lines = is_level ? apart::by_constants : before.after_lines;
        if constexpr (is_level)
            rows.begin_level(low, high);
        else if constexpr (Index == 0 && is_affine_layer)
            begin_functions<layer>(before.rows, weights, before.taken, rows);
        else if constexpr (Index == 0)
            begin_functions(before.rows, rows);
        else if constexpr (!is_affine_layer)
            rows = before.rows;
        if constexpr (is_affine_layer) {
            double* const d = rows.row(rows.d);
            for (std::size_t j = 0; j < outputs; ++j)
                d[j] += share * magnitude[j];
        }
        found.find(rows, before_lines, own_error<slopes, outputs>);
        for (std::size_t j = 0; j < outputs; ++j) {
            low[j] = found.low[j] > low[j] ? found.low[j] : low[j];
            high[j] = found.high[j] < high[j] ? found.high[j] : high[j];
        }
    }

    // Narrows the bounds by the phases and decides whether they can be used. Bounds that contradict each
    // other mean that no input in the box has these phases; without phases, that nothing is known.
    constexpr void settle(neuron_phases<Network> const* phases) {
        known = are_in_range<scalar, inputs>(outputs, low, high, magnitude);
        if (known && phases != nullptr) {
            empty = !phases->clip(number, outputs, low, high);
            known = !empty;
        } else {
            for (std::size_t j = 0; j < outputs; ++j)
                known = known && low[j] <= high[j];
        }
    }

    // If a bound decides about the lines, a better one is worth finding.
    template <class Origin>
    constexpr void refine(bool all, Origin const& origin) {
        constexpr std::size_t most = Origin::widest > widest ? Origin::widest : widest;
        constexpr std::size_t half = functionals_of<most> / 2;
        std::size_t which[outputs]{}, count = 0;
        for (std::size_t j = 0; j < outputs; ++j)
            if (all || after.depends_on(j, low[j], high[j]))
                which[count++] = j;
        for (std::size_t first = 0; first < count; first += half)
            detail::refine<most>(*this, which + first, count - first < half ? count - first : half,
                                 origin);
    }

    template <bool IsBranch>
    constexpr void relax(neuron_phases<Network> const* phases) {
        if constexpr (concepts::elementwise_activation<activation, scalar>) {
            for (std::size_t j = 0; j < outputs; ++j) {
                relax(j, after.between(j, low[j], high[j]), after.range(j, low[j], high[j]));
                // (a neuron that is off is still a constraint; its multiplier gives it a coefficient)
                if (phases != nullptr && phases->of(number + j) == phase::off)
                    taken[j] = true;
            }
        } else if constexpr (has_next || IsBranch) { // (the last layer needs no lines)
            // An activation that mixes its numbers, as softmax does: its range, between level lines.
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

    // What the next layer adds up.
    constexpr void pass([[maybe_unused]] bounds_of_functions<slopes, outputs> const& of_functions) {
        if constexpr (keeps_functions)
            functions.keep(rows, low, high);
        rows.set_intervals(y_low, y_high);
        if constexpr (slopes > 0)
            after_lines =
                pass_through(between, of_functions, own_error<inputs, outputs>, before_lines, rows);
    }

    constexpr void relax(std::size_t j, lines const& y, ends const& e) {
        between[j] = y;
        is_bent[j] = !(y.low_slope == 1 && y.high_slope == 1 && y.low_intercept == 0 &&
                       y.high_intercept == 0);
        if (is_bent[j]) {
            double const most = magnitude_of(y.low_intercept, y.high_intercept);
            double const error = 4 * own_error<inputs, outputs> * most;
            error_squares[j] = error * error * static_cast<double>(outputs);
        }
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

CTNN_ARITHMETIC_END
} // namespace ctnn::verify::detail
