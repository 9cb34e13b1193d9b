#pragma once

#include <cstdint>
#include <ctnn/math/detail/reduced_angle.hpp>

namespace ctnn::math::detail {

// Both for an angle of at most pi/4 and what lies below its last digit. sin(x) = x - x z s(z) with
// z = x^2, and cos(x) = 1 - z/2 + z^2 c(z), of which what the rounding of 1 - z/2 lost is put back
// among the small terms. The coefficients are printed by tests/oracles/math_coefficients.py.
constexpr double sine_near_zero(double x, double low) noexcept {
    double const z = x * x;
    double const w = z * z;
    double const s = (1.666666666666663e-1 - z * 8.3333333333218407e-3) +
                     w * ((1.984126982935826e-4 - z * 2.755731353831718e-6) +
                          w * (2.5050734343355057e-8 - z * 1.5895429867305488e-10));
    return x - (x * z * s - low * (1 - 0.5 * z));
}

constexpr float sine_near_zero(float x, float low) noexcept {
    float const z = x * x;
    float const s = 1.66666552e-1F + z * (z * 1.95182845e-4F - 8.33218917e-3F);
    return x - (x * z * s - low * (1 - 0.5F * z));
}

constexpr double cosine_near_zero(double x, double low) noexcept {
    double const z = x * x;
    double const w = z * z;
    double const c = (4.1666666666666595e-2 - z * 1.388888888887334e-3) +
                     w * ((2.4801587288999525e-5 - z * 2.7557314215997254e-7) +
                          w * (2.087570521821464e-9 - z * 1.1358738374895668e-11));
    double const half_square = 0.5 * z;
    double const one = 1 - half_square;
    return one + (((1 - one) - half_square) + (w * c - x * low));
}

constexpr float cosine_near_zero(float x, float low) noexcept {
    float const z = x * x;
    float const c = 4.16666456e-2F + z * (z * 2.44323237e-5F - 1.38873095e-3F);
    float const half_square = 0.5F * z;
    float const one = 1 - half_square;
    return one + (((1 - one) - half_square) + (z * z * c - x * low));
}

template <class Scalar>
constexpr Scalar sine_of(reduced_angle<Scalar> const& x) noexcept {
    Scalar const y =
        x.quadrant % 2 == 0 ? sine_near_zero(x.high, x.low) : cosine_near_zero(x.high, x.low);
    return x.quadrant / 2 % 2 == 0 ? y : -y;
}

} // namespace ctnn::math::detail
