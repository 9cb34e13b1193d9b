#pragma once

#include <array>
#include <cstddef>

namespace own {

// v_i = f_i x_i s, where s = 1 / (1 + x_1^2 + x_2^2 + ...): a layer that keeps a record.
struct damped {
    template <class Scalar, std::size_t Inputs>
    struct bound {
        static constexpr std::size_t output_size = Inputs;
        using values = std::array<Scalar, Inputs>;
        struct parameters {
            values factors{};
        };
        struct record {
            Scalar s{};
            values dx{};
        };

        static constexpr values forward(parameters const& p, values const& x, record& r) {
            Scalar sum(1);
            for (Scalar const& number : x)
                sum += number * number;
            r.s = Scalar(1) / sum;
            values v{};
            for (std::size_t i = 0; i < Inputs; ++i)
                v[i] = p.factors[i] * x[i] * r.s;
            return v;
        }
        static constexpr values forward(parameters const& p, values const& x) {
            record r{};
            return forward(p, x, r);
        }
        static constexpr void unwind(parameters const& p, values const& x, record& r,
                                     values const& dv) {
            Scalar dot(0);
            for (std::size_t i = 0; i < Inputs; ++i)
                dot += p.factors[i] * x[i] * dv[i];
            for (std::size_t i = 0; i < Inputs; ++i)
                r.dx[i] = r.s * (p.factors[i] * dv[i] - Scalar(2) * x[i] * dot * r.s);
        }
        static constexpr values backward(parameters const&, values const&, record const& r,
                                         values const&) {
            return r.dx;
        }
        static constexpr void accumulate_gradient(parameters const&, values const& x,
                                                  record const& r, values const& dv,
                                                  parameters& gradient) {
            for (std::size_t i = 0; i < Inputs; ++i)
                gradient.factors[i] += x[i] * r.s * dv[i];
        }
    };
};

} // namespace own
