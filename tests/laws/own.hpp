#pragma once

#include <array>
#include <cstddef>
#include <ctnn/math/exp.hpp>
#include <ctnn/number/real.hpp>

// A layer, an activation and a loss as a user would add them: the library's laws hold for them too.

namespace own {

// v_i = f_i x_i, with a learnt factor for each number and a number that is drawn for it.
struct scale {
    template <class Scalar, std::size_t Inputs>
    struct bound {
        static constexpr std::size_t output_size = Inputs;
        using values = std::array<Scalar, Inputs>;

        struct parameters {
            values factors{};
        };

        static constexpr values forward(parameters const& p, values const& x) {
            values v{};
            for (std::size_t i = 0; i < Inputs; ++i)
                v[i] = p.factors[i] * x[i];
            return v;
        }
        static constexpr values backward(parameters const& p, values const&, values const& dv) {
            values dx{};
            for (std::size_t i = 0; i < Inputs; ++i)
                dx[i] = p.factors[i] * dv[i];
            return dx;
        }
        static constexpr void accumulate_gradient(parameters const&, values const& x,
                                                  values const& dv, parameters& gradient) {
            for (std::size_t i = 0; i < Inputs; ++i)
                gradient.factors[i] += x[i] * dv[i];
        }
        template <class Draw>
        static constexpr void initialize(parameters& p, Draw&& draw) {
            for (Scalar& factor : p.factors)
                factor = draw(1, 1);
        }
    };
};

// x / (1 + exp(-Beta x)).
template <ctnn::real Beta>
struct swish {
    template <class Scalar>
    static constexpr Scalar value(Scalar x) {
        using ctnn::math::exp;
        return x / (Scalar(1) + exp(-(Scalar(Beta.value) * x)));
    }
    template <class Scalar>
    static constexpr Scalar derivative(Scalar x, Scalar) {
        using ctnn::math::exp;
        Scalar const gate = Scalar(1) / (Scalar(1) + exp(-(Scalar(Beta.value) * x)));
        return gate + Scalar(Beta.value) * x * gate * (Scalar(1) - gate);
    }
};

// The sum of the fourth powers of the errors.
struct fourth_power {
    template <class Scalar, std::size_t Size>
    static constexpr Scalar value(std::array<Scalar, Size> const& y,
                                  std::array<Scalar, Size> const& t) {
        Scalar sum(0);
        for (std::size_t i = 0; i < Size; ++i)
            sum += (y[i] - t[i]) * (y[i] - t[i]) * (y[i] - t[i]) * (y[i] - t[i]);
        return sum;
    }
    template <class Scalar, std::size_t Size>
    static constexpr std::array<Scalar, Size> derivative(std::array<Scalar, Size> const& y,
                                                         std::array<Scalar, Size> const& t) {
        std::array<Scalar, Size> dy{};
        for (std::size_t i = 0; i < Size; ++i)
            dy[i] = Scalar(4) * (y[i] - t[i]) * (y[i] - t[i]) * (y[i] - t[i]);
        return dy;
    }
};

} // namespace own
