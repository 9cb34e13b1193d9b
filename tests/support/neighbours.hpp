#pragma once

#include <array>
#include <cstddef>
#include <ctnn/concept/scalar.hpp>

namespace support {

// A layer of which only the code is known: it multiplies each number by the next one, and by a factor.
struct neighbours {
    static constexpr char const* name = "neighbours";

    template <ctnn::concepts::scalar Scalar, std::size_t Inputs>
    struct bound {
        static constexpr std::size_t output_size = Inputs;
        using values = std::array<Scalar, Inputs>;

        struct parameters {
            values factors{};

            friend constexpr bool operator==(parameters const&, parameters const&) = default;
        };

        static constexpr values forward(parameters const& p, values const& x) {
            values v{};
            for (std::size_t i = 0; i < Inputs; ++i)
                v[i] = p.factors[i] * (x[i] * x[(i + 1) % Inputs]);
            return v;
        }
        static constexpr values backward(parameters const& p, values const& x, values const& dv) {
            values dx{};
            for (std::size_t i = 0; i < Inputs; ++i) {
                std::size_t const next = (i + 1) % Inputs;
                dx[i] += p.factors[i] * x[next] * dv[i];
                dx[next] += p.factors[i] * x[i] * dv[i];
            }
            return dx;
        }
        static constexpr void accumulate_gradient(parameters const&, values const& x,
                                                  values const& dv, parameters& gradient) {
            for (std::size_t i = 0; i < Inputs; ++i)
                gradient.factors[i] += x[i] * x[(i + 1) % Inputs] * dv[i];
        }
    };
};

} // namespace support
