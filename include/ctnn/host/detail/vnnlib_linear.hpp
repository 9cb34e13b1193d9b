#pragma once

#include <cstddef>
#include <ctnn/host/detail/rational.hpp>
#include <map>
#include <utility>

namespace ctnn::host::detail {

// A linear function of all variables, the outputs after the inputs; no coefficient is 0.
struct vnnlib_linear {
    std::map<std::size_t, rational> coefficients{};
    rational constant{};

    bool is_number() const { return coefficients.empty(); }

    // False if a number becomes too long. Touches only what the smaller one of the two has.
    bool add(vnnlib_linear other) {
        if (other.coefficients.size() > coefficients.size())
            (std::swap)(*this, other);
        constant = constant + other.constant;
        bool is_short = !constant.is_too_long();
        for (auto const& [variable, c] : other.coefficients) {
            auto& to = coefficients[variable];
            to = to + c;
            is_short = is_short && !to.is_too_long();
            if (to.is_zero())
                coefficients.erase(variable);
        }
        return is_short;
    }
    // (not by 0)
    void multiply(rational const& by) {
        constant = constant * by;
        for (auto& [variable, c] : coefficients)
            c = c * by;
    }
    bool is_too_long() const {
        bool is = constant.is_too_long();
        for (auto const& [variable, c] : coefficients)
            is = is || c.is_too_long();
        return is;
    }
};

} // namespace ctnn::host::detail
