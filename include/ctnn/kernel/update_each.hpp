#pragma once

#include <cstddef>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/kernel/change_loaded.hpp>
#include <ctnn/kernel/descent.hpp>
#include <ctnn/kernel/subtract_scaled.hpp>
#include <ctnn/kernel/vector.hpp>
#include <type_traits>

namespace ctnn::kernel {
CTNN_ARITHMETIC_BEGIN
namespace detail {

// Size numbers in ever narrower vectors.
template <std::size_t Size, class Rule, class Scalar, class... To>
[[gnu::always_inline]] inline void update_lanes(Rule const& rule, Scalar const* derivatives,
                                                To*... to) {
    constexpr std::size_t lanes = lanes_for<Scalar, Size>;
    constexpr std::size_t whole = Size / lanes * lanes;
    constexpr std::size_t left = Size - whole;
    auto const update =
        [&rule]<class Values>(Values const& derivative) __attribute__((always_inline)) {
        return [&](auto& parameter, auto&... memory) __attribute__((always_inline)) {
            rule(parameter, derivative + Values{}, memory...);
        };
    };
    for (std::size_t i = 0; i < whole; i += lanes)
        change_loaded<lanes, lanes>(update(load<lanes>(derivatives + i)), (to + i)...);
    if constexpr (whole > 0 && left > 0)
        update_lanes<left>(rule, derivatives + whole, (to + whole)...);
    else if constexpr (left > 0)
        change_loaded<lanes, left>(update(load_values<lanes, left>(derivatives)), to...);
}

} // namespace detail

// The rule's step of Size parameters along their derivatives, as they are where they are added to a gradient of 0: a -0
// becomes 0.
template <std::size_t Size, class Rule, class Scalar, class... Memory>
[[gnu::always_inline]] constexpr void update_each(Rule const& rule, Scalar const* derivatives,
                                                  Scalar* parameters, Memory*... memory) {
    if constexpr (is_descent<Rule>)
        return subtract_scaled<Size>(rule.rate, derivatives, parameters);
    if constexpr (vectorizable<Scalar>)
        if (!std::is_constant_evaluated())
            return detail::update_lanes<Size>(rule, derivatives, parameters, memory...);
#if defined(CTNN_ARM_GROUPS)
    if constexpr (std::is_same_v<Scalar, float>)
        if (!std::is_constant_evaluated()) {
            Scalar const one =
                1; // the code of update_outer once more takes less flash than its own
            return detail::update_rows<Size>(rule, &one, derivatives, 1, parameters, memory...);
        }
#endif
    for (std::size_t i = 0; i < Size; ++i)
        rule(parameters[i], derivatives[i] + Scalar(0), memory[i]...);
}

CTNN_ARITHMETIC_END
} // namespace ctnn::kernel
