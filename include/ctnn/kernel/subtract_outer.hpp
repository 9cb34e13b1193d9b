#pragma once

#include <cstddef>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/kernel/exact_sum.hpp>
#include <ctnn/kernel/outer.hpp>
#include <ctnn/kernel/outer_in_registers.hpp>
#include <ctnn/kernel/transform.hpp>
#include <type_traits>

namespace ctnn::kernel {
CTNN_ARITHMETIC_BEGIN

namespace detail {

// In integers on Arm, for layers of any number of rows: flash is scarce. (On other machines, which have no
// instruction that saturates, compilers leave more out where they know the rate.)
template <std::size_t Columns, class Scalar>
[[gnu::noinline]] void subtract_outer_exactly(Scalar a, Scalar const* x, Scalar const* d, Scalar* m,
                                              std::size_t rows) {
    for (Scalar const* const end = x + rows; x != end; ++x) {
        Scalar const xi = *x;
        auto const change = [&m, a, xi ](Scalar dj) __attribute__((always_inline)) {
            *m = *m - a * (xi * dj);
            ++m;
        };
        for (Scalar const* dj = d; dj != d + Columns / 2 * 2; dj += 2) {
            change(dj[0]);
            change(dj[1]);
        }
        if constexpr (Columns % 2 == 1)
            change(d[Columns - 1]);
    }
}

// What of d a step takes, and the step of one element of M. Separately: the product in brackets is
// rounded first, as it is where it was put into a gradient before. Fused: M += x^T (-a d), which is an
// operation less; but the sum is not fused with its product: where all that is computed is stored,
// that takes longer on some processors. (What sums exactly does not know of the two.)
template <std::size_t Columns, class Scalar>
class outer_step {
public:
    static constexpr bool is_fused = ctnn::detail::is_fused && !sums_exactly<Scalar>;

    [[gnu::always_inline]] constexpr outer_step(Scalar a, Scalar const* d) : a_(a), d_(d) {
        if constexpr (is_fused)
            transform<Columns>([a](auto const& dj) { return -a * dj; }, scaled_, d);
    }
    [[gnu::always_inline]] constexpr Scalar const* columns() const {
        if constexpr (is_fused)
            return scaled_;
        else
            return d_;
    }
    template <class Row, class Element>
    [[gnu::always_inline]] constexpr void operator()(Row const& xi, Element const& dj,
                                                     Element& element) const {
        if constexpr (is_fused)
            element = element + xi * dj;
        else
            element = element - a_ * (xi * dj);
    }

private:
    Scalar a_;
    Scalar const* d_;
    Scalar scaled_[is_fused ? Columns : 1]{};
};

} // namespace detail

// M -= a (x^T d), M being Rows x Columns.
template <std::size_t Rows, std::size_t Columns, class Scalar>
[[gnu::always_inline]] constexpr void subtract_outer(Scalar a, Scalar const* x, Scalar const* d,
                                                     Scalar* m) {
    using step_type = detail::outer_step<Columns, Scalar>;
    step_type const step(a, d);
    if constexpr (vectorizable<Scalar>)
        if (!std::is_constant_evaluated())
            return change_outer<Rows, Columns>(x, step.columns(), step, m);
    if constexpr (goes_in_registers<Scalar> && !step_type::is_fused)
        if (!std::is_constant_evaluated())
            return outer_in_registers<Rows, Columns, true>(a, x, d, m);
#if defined(__arm__)
    if constexpr (sums_exactly<Scalar>)
        if (!std::is_constant_evaluated())
            return detail::subtract_outer_exactly<Columns>(a, x, d, m, Rows);
#endif
    Scalar const* const columns = step.columns();
    for (std::size_t i = 0; i < Rows; ++i, m += Columns)
        for (std::size_t j = 0; j < Columns; ++j)
            step(x[i], columns[j], m[j]);
}

CTNN_ARITHMETIC_END
} // namespace ctnn::kernel
