#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <ctnn/concept/curve.hpp>
#include <ctnn/concept/output_bounds.hpp>
#include <ctnn/kernel/in_registers.hpp>
#include <ctnn/kernel/vector.hpp>
#include <ctnn/number/detail/setting_diagnosis.hpp>
#include <ctnn/number/real.hpp>

namespace ctnn {

/// x, cut off at two ends: `clamp<-1, 2>`.
///
/// Shape:    one scalar to one scalar.
/// Gradient: 1 where Lower < x < Upper, else 0.
/// Cost:     two comparisons.
/// Errors:   NaN gives NaN, with the derivative 0. Ends that are not finite, or a lower end that is not below the upper
///           end, do not compile.
/// Source:   PyTorch's clamp, whose derivative at an end is 1.
/// Example:  tests/activation/clamp.cpp
template <real Lower, real Upper>
struct clamp {
    static_assert(detail::fits<detail::setting_diagnosis<clamp<Lower, Upper>, Lower>>);
    static_assert(detail::fits<detail::setting_diagnosis<clamp<Lower, Upper>, Upper>>);
    static_assert(detail::fits<detail::ends_diagnosis<clamp<Lower, Upper>, Lower, Upper>>);
    static constexpr char const* name = "clamp";
    static constexpr double settings[] = {Lower.value, Upper.value};
    static constexpr output_bounds bounds{Lower.value, Upper.value};
    static constexpr bool takes_vectors = true;
    static constexpr bool is_nondecreasing = true;
    // (with the ends as the scalar has them)
    template <class T>
    static constexpr curve facts{.pieces = {{-curves::infinity, 0},
                                            {static_cast<double>(static_cast<T>(Lower.value)), 1},
                                            {static_cast<double>(static_cast<T>(Upper.value)), 0}},
                                 .error = {0},
                                 .keeps_range = true};

    template <class Scalar>
    static constexpr Scalar value(Scalar x) {
        constexpr Scalar lower = kernel::number<Scalar>(Lower.value);
        constexpr Scalar upper = kernel::number<Scalar>(Upper.value);
        Scalar const at_least = kernel::select(x < lower, lower, x);
        return kernel::select(at_least > upper, upper, at_least);
    }
    template <class Scalar>
    static constexpr Scalar derivative(Scalar x, Scalar) {
        constexpr Scalar one = kernel::number<Scalar>(1);
        constexpr Scalar lower = kernel::number<Scalar>(Lower.value);
        constexpr Scalar upper = kernel::number<Scalar>(Upper.value);
        Scalar const above = x > lower ? one : Scalar{};
        return x < upper ? above : Scalar{};
    }

    template <class T>
    static constexpr double fixed_point_error(double) {
        double const low = curves::constant_error<T>(Lower.value);
        double const high = curves::constant_error<T>(Upper.value);
        return low < high ? high : low;
    }
};

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
