#pragma once

#include <cstddef>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/kernel/arm_groups.hpp>
#include <ctnn/kernel/descent.hpp>
#include <ctnn/kernel/in_registers.hpp>
#include <ctnn/kernel/outer.hpp>
#include <ctnn/kernel/subtract_outer.hpp>
#include <ctnn/kernel/vector.hpp>
#include <type_traits>
#include <utility>

namespace ctnn::kernel {
CTNN_ARITHMETIC_BEGIN
namespace detail {

// The step of one element, or of lanes. The derivative is the product as it is where it is added to a gradient of 0: a
// -0 becomes 0.
template <class Rule>
struct outer_update {
    Rule rule;

    template <class X, class D, class Values, class... Memory>
    [[gnu::always_inline]] constexpr void operator()(X const& x, D const& d, Values& parameter,
                                                     Memory&... memory) const {
        rule(parameter, x * d + Values{}, memory...);
    }
};

#if defined(CTNN_ARM_GROUPS)
// Size columns, and `to` goes on after them.
template <std::size_t Size, std::size_t... Place, class Update, class... To>
[[gnu::always_inline]] inline void update_group(std::index_sequence<Place...>, Update const& update,
                                                float x, float const* d, To*&... to) {
    float columns[Size], values[sizeof...(To)][Size];
    arm_group<sizeof...(To), Size>::load(d, columns);
    (arm_group<Place, Size>::load(to, values[Place]), ...);
    for_each_index<Size>([&](auto i) __attribute__((always_inline)) {
        update(x, columns[i], values[Place][i]...);
    });
    // The first that is remembered often is a product added to the derivative, in whose registers it then is.
    (arm_group < Place == 1 ? sizeof...(To) : Place, Size > ::store(values[Place], to), ...);
}
#endif

// For layers of any number of rows: flash is scarce. The rule is copied, for its numbers cannot stay in registers
// where others are written.
template <std::size_t Columns, class Rule, class Scalar, class... To>
[[gnu::noinline]] void update_rows(Rule const& rule, Scalar const* x, Scalar const* d,
                                   std::size_t rows, To*... to) {
    outer_update<Rule> const update{rule};
    for (Scalar const* const end = x + rows; x != end; ++x) {
        Scalar const xi = *x;
        std::size_t j = 0;
#if defined(CTNN_ARM_GROUPS)
        if constexpr (std::is_same_v<Scalar, float>) {
            constexpr std::make_index_sequence<sizeof...(To)> places{};
            for (; j < Columns / 4 * 4; j += 4)
                update_group<4>(places, update, xi, d + j, to...);
            if constexpr (Columns % 4 == 3) {
                update_group<3>(places, update, xi, d + j, to...);
                j += 3;
            }
        }
#endif
        for (; j < Columns; ++j)
            update(xi, d[j], *to++...);
    }
}

} // namespace detail

// The rule's step of a matrix of Rows x Columns along the derivatives x^T d.
template <std::size_t Rows, std::size_t Columns, class Rule, class Scalar, class... Memory>
[[gnu::always_inline]] constexpr void update_outer(Rule const& rule, Scalar const* x,
                                                   Scalar const* d, Scalar* m, Memory*... memory) {
    if constexpr (is_descent<Rule>)
        return subtract_outer<Rows, Columns>(rule.rate, x, d, m);
    if constexpr (vectorizable<Scalar>)
        if (!std::is_constant_evaluated())
            return change_outer<Rows, Columns>(x, d, detail::outer_update<Rule>{rule}, m,
                                               memory...);
    if (!std::is_constant_evaluated())
        return detail::update_rows<Columns>(rule, x, d, Rows, m, memory...);
    detail::outer_update<Rule> const update{rule};
    for (std::size_t i = 0; i < Rows; ++i)
        for (std::size_t j = 0; j < Columns; ++j)
            update(x[i], d[j], m[i * Columns + j], memory[i * Columns + j]...);
}

CTNN_ARITHMETIC_END
} // namespace ctnn::kernel
