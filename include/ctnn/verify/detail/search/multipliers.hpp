#pragma once

#include <cstddef>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/verify/detail/linear/functionals.hpp>
#include <ctnn/verify/detail/linear/minimum.hpp>
#include <ctnn/verify/detail/linear/neuron_phases.hpp>

namespace ctnn::verify::detail {
CTNN_ARITHMETIC_BEGIN

// The multipliers of a region's phases (minimum.hpp), a set for each function in a lane, and what was best
// with them. The bound of a function is concave in its multipliers, and the numbers v where the function is
// least are the slopes of it: steps of Polyak's length go up, towards a bound that is a little above 0. Any
// multipliers that are not negative give a bound, so the steps only decide how good it is.
template <class Network>
class multipliers {
public:
    static constexpr std::size_t neurons = chain_bounds<Network>::size;
    // (the phases of the neurons beyond these still cut off lines)
    static constexpr std::size_t most_slots = neurons < 64 ? neurons : 64;

    constexpr explicit multipliers(neuron_phases<Network> const& phases) {
        for (std::size_t i = 0; i < neurons; ++i) {
            phase const side = phases.of(i);
            slots_[i] = side == phase::free || count_ == most_slots ? no_slot : count_;
            if (slots_[i] != no_slot)
                signs_[count_++] = side == phase::off ? 1 : -1;
        }
    }

    constexpr std::size_t count() const { return count_; }
    // What the line of a neuron loses where the bound of the function is least: its size, and below 0 if
    // the neuron is off there.
    constexpr double loss(std::size_t neuron, std::size_t lane) const {
        return best_losses_[neuron * minimum_lanes + lane];
    }

    // Rows for `functions` functions whose bounds write the coefficients of inputs to `at_inputs`.
    constexpr minimum_rows rows(std::size_t functions, double const* at_inputs) {
        return {slots_, added_, at_inputs, values_, losses_, functions};
    }

    // What was lost with the multipliers as they are is what is told from now on.
    constexpr void keep(std::size_t lane) {
        for (std::size_t i = lane; i < size; i += minimum_lanes)
            best_losses_[i] = losses_[i];
    }

    // One step from where the function has the bound `now` towards `goal`: false where none leads up. (It
    // is bent off the step before where both are at an obtuse angle: P. M. Camerini, L. Fratta, F. Maffioli,
    // "On improving relaxation methods by modified gradient techniques", 1975.)
    constexpr bool step(std::size_t lane, double now, double goal) {
        double product = 0, square = 0, length = 0;
        for (std::size_t n = 0; n < count_; ++n) {
            double const last = directions_[n * minimum_lanes + lane];
            product += signs_[n] * values_[n * minimum_lanes + lane] * last;
            square += last * last;
        }
        double const turn = product < 0 && square > negligible ? -1.5 * product / square : 0;
        for (std::size_t n = 0; n < count_; ++n) {
            std::size_t const place = n * minimum_lanes + lane;
            double& direction = directions_[place];
            direction = signs_[n] * values_[place] + turn * direction;
            if (!(direction > 0) && !(signs_[n] * added_[place] > 0))
                direction = 0; // the multiplier is at its end
            length += direction * direction;
        }
        if (!(length > negligible && goal > now && now > -1e150))
            return false;
        double const t = (goal - now) / length;
        for (std::size_t n = 0; n < count_; ++n) {
            std::size_t const place = n * minimum_lanes + lane;
            double const m = signs_[n] * added_[place] + t * directions_[place];
            // (a NaN becomes 0)
            added_[place] = signs_[n] * (m > 0 ? m < most ? m : most : 0);
        }
        return true;
    }

private:
    static constexpr std::size_t size = neurons * minimum_lanes;
    static constexpr double negligible = 1e-100, most = 1e9;

    std::size_t slots_[neurons]{}, count_ = 0;
    double signs_[most_slots]{};
    double added_[most_slots * minimum_lanes]{}, values_[most_slots * minimum_lanes]{};
    double directions_[most_slots * minimum_lanes]{};
    double losses_[size]{}, best_losses_[size]{};
};

CTNN_ARITHMETIC_END
} // namespace ctnn::verify::detail
