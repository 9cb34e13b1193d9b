#pragma once

#include <array>
#include <cstddef>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/number/interval.hpp>
#include <ctnn/verify/detail/interval/layer_range.hpp>
#include <ctnn/verify/detail/linear/functionals.hpp>
#include <ctnn/verify/detail/linear/lines.hpp>
#include <ctnn/verify/detail/linear/machine_functionals.hpp>
#include <ctnn/verify/detail/linear/rounding_errors.hpp>

// A layer whose code is all that is known: linear functions end there. Running its code on intervals bounds its
// numbers, and the ends of these bound functions of them, as for functions of the inputs.

namespace ctnn::verify::detail {
CTNN_ARITHMETIC_BEGIN

// The intervals of a layer's numbers, from those of the numbers before it.
template <class Stage>
constexpr void opaque_range(typename Stage::parameters const& p, double const* from_low,
                            double const* from_high, double* low, double* high) {
    using scalar = typename Stage::scalar;
    std::array<interval<scalar>, Stage::input_size> x{};
    for (std::size_t i = 0; i < Stage::input_size; ++i)
        x[i] = outward<scalar>(from_low[i], from_high[i]);
    auto const v = layer_range<Stage>(p, x);
    for (std::size_t j = 0; j < Stage::output_size; ++j)
        low[j] = static_cast<double>(v[j].lower), high[j] = static_cast<double>(v[j].upper);
}

// The functions' smallest values replace them in the constants. The sum's error is part of the layer's share of its
// magnitudes (rounding_errors.hpp), which are those of the ends.
template <std::size_t Size>
constexpr void end_functions(double const* low, double const* high, bool const* taken,
                             lanes const* a, linear_functions& f) {
    double sums[functionals_at_once]{};
    for (std::size_t i = 0; i < Size; ++i)
        if (taken[i]) {
            double row[functionals_at_once]{};
            f.unpack_used(a[i], row);
            all_lanes::add_either(row, high[i], low[i], sums);
        }
    lanes all;
    pack(sums, all);
    f.constant = f.constant + all;
}

// The same on the machine.
inline void end_functions(double const* low, double const* high, rows_taken from, double const* a,
                          machine_functions const& f) {
    double sums[functionals_at_once]{};
    for (std::size_t n = 0; n < from.count; ++n)
        add_least(low[from.places[n]], high[from.places[n]], 0, a + from.places[n] * f.width, +sums,
                  f);
    for (std::size_t k = 0; k < f.width; ++k)
        f.constant[k] += sums[k];
}

CTNN_ARITHMETIC_END
} // namespace ctnn::verify::detail
