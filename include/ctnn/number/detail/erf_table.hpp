#pragma once

#include <cstdint>
#include <ctnn/math/erf.hpp>
#include <ctnn/math/exp.hpp>
#include <ctnn/number/detail/word.hpp>
#include <type_traits>

// Taylor's polynomials of erf about the middles of the quarters of [0, 4.5], made by the compiler.

namespace ctnn::number::detail {

inline constexpr int erf_quarters = 18;
template <int Half>
inline constexpr int erf_degree = Half == 16 ? 5 : 8;

template <int Half>
struct erf_coefficients {
    word<Half> first; // Q(2 Half - 6)
    std::conditional_t<Half == 16, std::int16_t, std::int32_t>
        others[erf_degree<Half>]; // Q(Half + 1)
};

template <int Half>
struct erf_polynomials {
    erf_coefficients<Half> quarters[erf_quarters];
};

template <int Half>
constexpr erf_polynomials<Half> make_erf_table() {
    auto const rounded = [](double x, int digits) {
        double const scaled = x * static_cast<double>(std::int64_t{1} << digits);
        return static_cast<std::int64_t>(scaled < 0 ? scaled - 0.5 : scaled + 0.5);
    };
    erf_polynomials<Half> table{};
    for (int quarter = 0; quarter < erf_quarters; ++quarter) {
        auto& to = table.quarters[quarter];
        double const middle = 0.25 * quarter + 0.125;
        to.first = static_cast<word<Half>>(rounded(math::erf(middle), 2 * Half - 6));
        // g = 2 / sqrt(pi) exp(-x^2) is the derivative; g' = -2 x g gives its coefficients in turn.
        double before = 0, g = 1.1283791670955126 * math::exp(-(middle * middle)), scale = 0.125;
        for (int n = 1; n <= erf_degree<Half>; ++n) {
            using type = std::remove_reference_t<decltype(to.others[0])>;
            to.others[n - 1] = static_cast<type>(rounded(g * scale / n, Half + 1));
            double const next = -2 * (middle * g + before) / n;
            before = g;
            g = next;
            scale *= 0.125;
        }
    }
    return table;
}

template <int Half>
inline constexpr erf_polynomials<Half> erf_table = make_erf_table<Half>();

} // namespace ctnn::number::detail
