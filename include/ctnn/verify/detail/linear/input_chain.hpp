#pragma once

#include <cstddef>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/math/sqrt.hpp>
#include <ctnn/verify/box.hpp>
#include <ctnn/verify/detail/linear/forward_functions.hpp>
#include <ctnn/verify/detail/linear/functionals.hpp>
#include <ctnn/verify/detail/linear/linear_stage.hpp>
#include <ctnn/verify/detail/linear/machine_functionals.hpp>
#include <ctnn/verify/detail/linear/minimum.hpp>
#include <ctnn/verify/detail/linear/refined.hpp>
#include <ctnn/verify/detail/linear/rounding_errors.hpp>
#include <type_traits>

namespace ctnn::verify::detail {
CTNN_ARITHMETIC_BEGIN

template <class Network, int Index>
struct linear_chain;

// Where functions end that reach the start of a network: the box gives their bounds.
struct from_box {
    static constexpr bool is_box = true, is_branch = false;
    static constexpr std::size_t widest = 0;

    constexpr double* end(double* results) const { return results; }
};

template <class Network>
struct neuron_phases;

// The count of numbers before activations, in all layers before layer Index.
template <class Network, std::size_t Index>
inline constexpr std::size_t numbers_before =
    numbers_before<Network, Index - 1> + Network::template stage<Index - 1>::output_size;
template <class Network>
inline constexpr std::size_t numbers_before<Network, 0> = 0;

template <class... Sizes>
constexpr std::size_t widest_of(Sizes... sizes) {
    std::size_t most = 0;
    ((most = sizes > most ? sizes : most), ...);
    return most;
}

// Bounds of the numbers before all activations, one layer after the other. They hold in every box
// inside the one that they were found for.
template <class Network>
struct chain_bounds {
    static constexpr std::size_t size = numbers_before<Network, Network::depth>;
    double low[size], high[size];
    bool known = false;

    // Narrows the bounds of `count` numbers from `first` on with these.
    constexpr void narrow(std::size_t first, std::size_t count, double* to_low,
                          double* to_high) const {
        for (std::size_t j = 0; known && j < count; ++j) {
            double const a = low[first + j], b = high[first + j];
            to_low[j] = a > to_low[j] ? a : to_low[j];
            to_high[j] = b < to_high[j] ? b : to_high[j];
        }
    }
};

// Where a chain of layers ends: the box of inputs.
template <class Network>
struct linear_chain<Network, -1> {
    using scalar = typename Network::scalar;
    static constexpr std::size_t outputs = Network::input_size;
    static constexpr std::size_t widest = outputs;
    static constexpr bool is_box = true, has_branches = false;

    double y_low[outputs]{}, y_high[outputs]{};
    bool taken[outputs]{};
    row_size taken_at[outputs]{};
    std::size_t taken_count = outputs;
    bool known = false, empty = false;
    neuron_rows<0, outputs> rows;
    static constexpr apart before_lines = apart::by_roundings, after_lines = apart::by_roundings;

    template <class Origin>
    constexpr linear_chain(Network const&, box<scalar, outputs> const& in, refined,
                           chain_bounds<Network> const*, neuron_phases<Network> const*,
                           Origin const&)
        : known(in.is_valid()) {
        if (known) {
            for (std::size_t i = 0; i < outputs; ++i) {
                y_low[i] = static_cast<double>(in.lower[i]);
                y_high[i] = static_cast<double>(in.upper[i]);
                taken[i] = true;
                if (!std::is_constant_evaluated())
                    taken_at[i] = static_cast<row_size>(i);
            }
            rows.set_intervals(y_low, y_high);
        }
    }

    constexpr void save(chain_bounds<Network>&) const {}

    // If the network is a branch, functions go on from here.
    template <class End>
    constexpr void bound(lanes* a, linear_functions& f, End const& end) const {
        end(a, f);
    }
    template <class End>
    void bound(double* a, double* next, row_range in, machine_functions const& f,
               End const& end) const {
        end(a, next, in, f);
    }

    constexpr void bound(lanes* a, linear_functions& f, double* results) const {
        double sums[functionals_at_once]{}, layers[functionals_at_once]{};
        double others[functionals_at_once]{}, errors[functionals_at_once]{};
        for (std::size_t i = 0; i < outputs; ++i) {
            double const error = 4 * own_error<1, outputs> * magnitude_of(y_low[i], y_high[i]);
            double const square = error * error * static_cast<double>(outputs);
            double row[functionals_at_once]{};
            double* const at_input =
                f.at_inputs != nullptr ? f.at_inputs + i * functionals_at_once : row;
            f.others = f.others + square * (a[i] * a[i]);
            f.unpack_used(a[i], at_input);
            all_lanes::add_either(at_input, y_high[i], y_low[i], sums);
        }
        unpack(f.constant, results);
        unpack(f.layers, layers);
        unpack(f.others, others);
        constexpr double depth = static_cast<double>(count_layers<Network>());
        all_lanes::add_root(layers, depth + 1, errors);
        all_lanes::add_root(others, depth + 1, errors);
        for (std::size_t k = 0; k < functionals_at_once; ++k)
            errors[k] = errors[k] * (1 + 0.01 * (depth + 4)) + slack_of_nothing;
        all_lanes::subtract(errors, sums);
        for (std::size_t k = 0; k < functionals_at_once; ++k)
            results[k] += sums[k];
    }

    // The same on the machine.
    void bound(double* a, double*, row_range in, machine_functions const& f,
               double* results) const {
        double sums[functionals_at_once]{};
        for (std::size_t i = in.first; i < in.end; ++i) {
            double const error = 4 * own_error<1, outputs> * magnitude_of(y_low[i], y_high[i]);
            add_least(y_low[i], y_high[i], error * error * static_cast<double>(outputs),
                      a + i * f.width, sums, f);
            if (f.at_inputs != nullptr)
                for (std::size_t k = 0; k < f.width; ++k)
                    f.at_inputs[i * functionals_at_once + k] = a[i * f.width + k];
        }
        constexpr double depth = static_cast<double>(count_layers<Network>());
        for (std::size_t k = 0; k < f.width; ++k) {
            double error = 0;
            error += math::sqrt((depth + 1) * f.layers[k]) * (1 + 1e-9);
            error += math::sqrt((depth + 1) * f.others[k]) * (1 + 1e-9);
            error = error * (1 + 0.01 * (depth + 4)) + slack_of_nothing;
            results[k] = f.constant[k] + (sums[k] - error);
        }
    }
};

CTNN_ARITHMETIC_END
} // namespace ctnn::verify::detail
