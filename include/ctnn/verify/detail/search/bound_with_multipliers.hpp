#pragma once

#include <cstddef>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/placed/affine_map.hpp>
#include <ctnn/verify/condition.hpp>
#include <ctnn/verify/detail/linear/linear_stage.hpp>
#include <ctnn/verify/detail/search/multipliers.hpp>
#include <ctnn/verify/detail/search/output_functions.hpp>
#include <utility>

namespace ctnn::verify::detail {
CTNN_ARITHMETIC_BEGIN

// How many passes look for multipliers where there are phases: fewer where a neuron can still be split, for
// then the halves look for better ones.
struct most_passes {
    std::size_t before_a_split = 8, at_the_end = 32;
};

// What a pass costs the compiler, in a unit of which a constant has room for so many.
inline constexpr std::size_t price_of_passes = 90'000;
template <class Network, std::size_t Index = 0>
constexpr std::size_t find_price_of_pass() {
    if constexpr (Index == Network::depth) {
        return 0;
    } else {
        using here = typename Network::template stage<Index>;
        std::size_t price = here::input_size * 24;
        if constexpr (placed::is_affine<here>)
            price += placed::terms<here> * here::output_size;
        else
            price += here::input_size * here::output_size;
        if constexpr (has_linear_branches<here>)
            price += sum_over_branches<typename here::bound>(
                []<class Branch>(Branch const*) { return find_price_of_pass<Branch>(); });
        return price + find_price_of_pass<Network, Index + 1>();
    }
}
template <class Network>
inline constexpr std::size_t price_of_pass = find_price_of_pass<Network>();

// As many as there may be in a constant, and so in all that is to give the same.
template <class Network>
constexpr std::size_t passes_in_a_constant_of(std::size_t wanted) {
    constexpr std::size_t most = price_of_passes / price_of_pass<Network>;
    return most < 1 ? 1 : most < wanted ? most : wanted;
}
template <class Network>
inline constexpr most_passes passes_in_a_constant{
    passes_in_a_constant_of<Network>(most_passes{}.before_a_split),
    passes_in_a_constant_of<Network>(most_passes{}.at_the_end)};

// Constraints that wait for a proof of one of each row.
template <class Network>
struct open_constraints {
    linear_constraint<Network::output_size> all[minimum_lanes]{};
    std::size_t places[minimum_lanes]{}; // where their bounds are
    std::size_t rows[minimum_lanes]{};
    std::size_t count = 0;

    // Those of one row, as many as there is room for.
    constexpr void add(linear_constraint<Network::output_size> const* from, std::size_t first,
                       std::size_t end, std::size_t row) {
        for (; first < end && count < minimum_lanes; ++first, ++count) {
            all[count] = from[first];
            places[count] = first;
            rows[count] = row;
        }
    }
    constexpr std::size_t lane_of(std::size_t place) const {
        std::size_t lane = 0;
        while (lane < count && places[lane] != place)
            ++lane;
        return lane;
    }
};

// Makes bounds better, and the coefficients of the inputs that go with them, until one of each row is
// proven, or after so many passes. Tells the number of passes.
template <class Network>
constexpr std::size_t bound_with_multipliers(output_functions<Network> const& functions,
                                             open_constraints<Network> const& open,
                                             std::size_t passes, multipliers<Network>& found,
                                             double* bounds, double* at_inputs) {
    constexpr std::size_t inputs = Network::input_size;
    double goals[minimum_lanes]{};
    for (std::size_t pass = 1;; ++pass) {
        double now[functionals_at_once]{}, slopes[inputs * functionals_at_once]{};
        minimum_rows const minimum = found.rows(open.count, slopes);
        functions.bound(open.all, open.count, now, slopes, &minimum);
        for (std::size_t k = 0; k < open.count; ++k) {
            double& best = bounds[open.places[k]];
            // (what cannot be reached is come around, not near to)
            if (pass == 1)
                goals[k] = 0x1p-10 * magnitude_of(now[k], 0);
            else if (!(now[k] > best))
                goals[k] *= 0.25;
            if (now[k] > best || pass == 1) {
                best = now[k]; // (that of the coefficients that are kept)
                found.keep(k);
                for (std::size_t i = 0; i < inputs; ++i)
                    at_inputs[i * functionals_at_once + open.places[k]] =
                        slopes[i * functionals_at_once + k];
            }
        }
        bool goes_on = false;
        for (std::size_t first = 0, end = 0; pass < passes && first < open.count; first = end) {
            bool is_proven = false;
            for (; end < open.count && open.rows[end] == open.rows[first]; ++end)
                is_proven = is_proven || bounds[open.places[end]] > 0;
            for (std::size_t k = first; !is_proven && k < end; ++k)
                goes_on = found.step(k, now[k], goals[k]) || goes_on;
        }
        if (!goes_on)
            return pass;
    }
}

CTNN_ARITHMETIC_END
} // namespace ctnn::verify::detail
