#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <cstdint>
#include <ctnn/concept/curve.hpp>
#include <ctnn/concept/output_bounds.hpp>
#include <ctnn/kernel/in_registers.hpp>
#include <ctnn/kernel/vector.hpp>
#include <ctnn/number/detail/setting_diagnosis.hpp>
#include <ctnn/number/real.hpp>
#include <limits>
#include <type_traits>

namespace ctnn {

/// The leaky rectified linear unit: x where x > 0, else Slope x. `leaky_relu` has the slope 0.01;
/// `basic_leaky_relu<0.2>` has another one.
///
/// Shape:    one scalar to one scalar.
/// Gradient: 1 where x > 0, else Slope.
/// Cost:     one comparison, one multiplication.
/// Errors:   NaN gives NaN, with the derivative Slope; a Slope that is a NaN or infinite does not compile.
/// Source:   A. L. Maas, A. Y. Hannun, A. Y. Ng, "Rectifier nonlinearities improve neural network
///           acoustic models", ICML 2013.
/// Example:  docs/examples/activation_plots.cpp
template <real Slope>
struct basic_leaky_relu {
    static_assert(detail::fits<detail::setting_diagnosis<basic_leaky_relu<Slope>, Slope>>);
    static constexpr char const* name = "leaky_relu";
    static constexpr double settings[] = {Slope.value};
    static constexpr output_bounds bounds =
        Slope.value > 0 ? output_bounds{} : output_bounds{.lower = 0};
    static constexpr bool takes_vectors = true;
    // (the program rounds the product with the slope)
    template <class T>
    static constexpr curve facts{
        .pieces = {{-curves::infinity, static_cast<double>(static_cast<T>(Slope.value))}, {0, 1}},
        .error = {1}};

    template <class Scalar>
    static constexpr Scalar value(Scalar x) {
        constexpr Scalar slope = kernel::number<Scalar>(Slope.value);
        return kernel::select(x > Scalar{}, x, x * slope);
    }
    template <class Scalar>
    static constexpr Scalar derivative(Scalar x, Scalar) {
        constexpr Scalar one = kernel::number<Scalar>(1);
        constexpr Scalar slope = kernel::number<Scalar>(Slope.value);
        return x > Scalar{} ? one : slope;
    }

    template <class T>
    static constexpr double fixed_point_error(double magnitude) {
        return curves::constant_error<T>(Slope.value) * magnitude + 0.5 * curves::step<T>;
    }
    // A slope may be above 1.
    template <class Interval>
    static constexpr std::int64_t fixed_point_headroom(Interval const& x) {
        using T = std::remove_const_t<decltype(x.lower)>;
        if (x.lower > T(0))
            return (std::numeric_limits<std::int64_t>::max)();
        typename T::template exact_sum<1> product;
        product.add_product(x.lower, T(Slope.value));
        return product.headroom();
    }
};

using leaky_relu = basic_leaky_relu<0.01>;

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
