#pragma once

#include "item.hpp"

namespace bits {

// Beginnings, ends and where a function goes from one formula to the next; each is tried with its
// two neighbours and with both signs.
template <class Scalar>
constexpr Scalar edges[] = {
    Scalar(0),
    Scalar(0.34),
    Scalar(0.5),
    Scalar(0.67578125),
    Scalar(0.70710678118654752440),
    Scalar(0.775),
    Scalar(0.8),
    Scalar(1),
    Scalar(1.25),
    Scalar(1.41421356237309504880),
    Scalar(2),
    Scalar(3.92),
    Scalar(4),
    Scalar(5.93),
    Scalar(9.011),
    Scalar(17.4),
    Scalar(19.0616),
    Scalar(20),
    Scalar(37.5),
    Scalar(40),
    Scalar(87.3),
    Scalar(88.3),
    Scalar(88.72284),
    Scalar(103.972084),
    Scalar(708.3),
    Scalar(709.4),
    Scalar(709.782712893384),
    Scalar(745.1332191019412),
    std::numeric_limits<Scalar>::epsilon(),
    std::numeric_limits<Scalar>::min(),
    std::numeric_limits<Scalar>::max(),
    std::numeric_limits<Scalar>::infinity(),
};
template <class Scalar>
constexpr std::size_t edge_count = sizeof edges<Scalar> / sizeof(Scalar);

template <class Scalar>
constexpr Scalar edge(std::size_t index) {
    auto const at =
        std::bit_cast<pattern_of<Scalar>>(edges<Scalar>[index / 6 % edge_count<Scalar>]);
    auto const neighbour = static_cast<pattern_of<Scalar>>(index / 2 % 3);
    // What comes before 0 is the NaN with all bits set.
    Scalar const value = std::bit_cast<Scalar>(static_cast<pattern_of<Scalar>>(at + neighbour - 1));
    return index % 2 == 0 ? value : -value;
}

constexpr std::size_t inputs_per_piece = 250;

// A function on 10,000 inputs: edges first, then all kinds of numbers.
template <class Function, class Scalar>
struct elementary {
    static std::string name() {
        return std::string("math ") + Function::name + scalar_name<Scalar>;
    }
    static constexpr std::size_t pieces = 10000 / inputs_per_piece;

    static constexpr void add(digest& to, std::size_t piece, std::uint64_t nothing) {
        inputs from(piece, nothing);
        for (std::size_t i = 0; i < inputs_per_piece; ++i) {
            Scalar x = piece == 0 && i < 6 * edge_count<Scalar>
                           ? edge<Scalar>(i + static_cast<std::size_t>(nothing))
                           : draw(from, i % 8);
            if (Function::of_positive && i % 8 != 0)
                x = x < 0 ? -x : x;
            to.add(Function::value(x, from));
        }
    }

private:
    static constexpr Scalar draw(inputs& from, std::size_t kind) {
        switch (kind) {
        case 0:
            return from.any<Scalar>();
        case 1:
            return from.subnormal<Scalar>();
        case 2:
        case 3:
            return from.magnitude<Scalar>(-60, 72);
        case 4:
        case 5:
            return from.magnitude<Scalar>(-8, 18);
        default:
            return from.magnitude<Scalar>(-2, 7);
        }
    }
};

struct exp_function {
    static constexpr char const* name = "exp";
    static constexpr bool of_positive = false;
    static constexpr auto value(auto x, inputs&) { return ctnn::math::exp(x); }
};
struct expm1_function {
    static constexpr char const* name = "expm1";
    static constexpr bool of_positive = false;
    static constexpr auto value(auto x, inputs&) { return ctnn::math::expm1(x); }
};
struct log_function {
    static constexpr char const* name = "log";
    static constexpr bool of_positive = true;
    static constexpr auto value(auto x, inputs&) { return ctnn::math::log(x); }
};
struct log1p_function {
    static constexpr char const* name = "log1p";
    static constexpr bool of_positive = false;
    static constexpr auto value(auto x, inputs&) { return ctnn::math::log1p(x); }
};
struct tanh_function {
    static constexpr char const* name = "tanh";
    static constexpr bool of_positive = false;
    static constexpr auto value(auto x, inputs&) { return ctnn::math::tanh(x); }
};
struct sqrt_function {
    static constexpr char const* name = "sqrt";
    static constexpr bool of_positive = true;
    static constexpr auto value(auto x, inputs&) { return ctnn::math::sqrt(x); }
};
struct erf_function {
    static constexpr char const* name = "erf";
    static constexpr bool of_positive = false;
    static constexpr auto value(auto x, inputs&) { return ctnn::math::erf(x); }
};
// Half of the angles are close to a multiple of pi/2.
template <class Scalar>
constexpr Scalar angle(Scalar x, inputs& from) {
    auto const bits = from.random_bits();
    auto const turns =
        static_cast<Scalar>(static_cast<std::int32_t>(bits >> 32) >> (bits >> 8) % 32);
    return (bits & 1) != 0 ? x : turns * Scalar(1.57079632679489661923);
}
struct sin_function {
    static constexpr char const* name = "sin";
    static constexpr bool of_positive = false;
    static constexpr auto value(auto x, inputs& from) { return ctnn::math::sin(angle(x, from)); }
};
struct cos_function {
    static constexpr char const* name = "cos";
    static constexpr bool of_positive = false;
    static constexpr auto value(auto x, inputs& from) { return ctnn::math::cos(angle(x, from)); }
};
struct pow_function {
    static constexpr char const* name = "pow";
    static constexpr bool of_positive = false;
    // A quarter of the exponents are small integers, so that negative bases are tried, too.
    static constexpr auto value(auto x, inputs& from) {
        using scalar = decltype(x);
        auto const bits = from.random_bits();
        auto const y = (bits & 2) != 0   ? from.magnitude<scalar>(-12, 24)
                       : (bits & 4) != 0 ? from.any<scalar>()
                                         : static_cast<scalar>(static_cast<int>(bits >> 57) - 64);
        return ctnn::math::pow((bits & 3) == 3 && x < 0 ? -x : x, y);
    }
};
struct abs_function {
    static constexpr char const* name = "abs";
    static constexpr bool of_positive = false;
    static constexpr auto value(auto x, inputs&) { return ctnn::math::abs(x); }
};
struct scale_function {
    static constexpr char const* name = "scale_by_power_of_two";
    static constexpr bool of_positive = false;
    static constexpr auto value(auto x, inputs& from) {
        // Half of the exponents keep most numbers in range, the others reach both ends.
        auto const bits = from.random_bits();
        int const reach = (bits & 1) != 0 ? 64 : 2400;
        int const exponent = static_cast<int>((bits >> 33) % static_cast<unsigned>(2 * reach));
        return ctnn::math::scale_by_power_of_two(x, exponent - reach);
    }
};
struct fma_function {
    static constexpr char const* name = "fma";
    static constexpr bool of_positive = false;
    // Half of the sums cancel, but for a few of the last digits.
    static constexpr auto value(auto x, inputs& from) {
        using scalar = decltype(x);
        auto const bits = from.random_bits();
        auto const y = (bits & 2) != 0 ? from.any<scalar>() : from.magnitude<scalar>(-20, 40);
        auto const near = std::bit_cast<pattern_of<scalar>>(ctnn::math::fma(x, -y, scalar(0))) +
                          static_cast<pattern_of<scalar>>(bits >> 60);
        auto const z = (bits & 1) != 0
                           ? std::bit_cast<scalar>(static_cast<pattern_of<scalar>>(near))
                           : from.magnitude<scalar>(-40, 80);
        return ctnn::math::fma(x, y, z);
    }
};
struct classify_function {
    static constexpr char const* name = "is_finite is_nan";
    static constexpr bool of_positive = false;
    static constexpr std::uint64_t value(auto x, inputs&) {
        return (ctnn::math::is_finite(x) ? 2u : 0u) + (ctnn::math::is_nan(x) ? 1u : 0u);
    }
};

template <class Scalar>
void check_exponentials() {
    check_all<elementary<exp_function, Scalar>, elementary<expm1_function, Scalar>,
              elementary<tanh_function, Scalar>, elementary<erf_function, Scalar>>();
}
template <class Scalar>
void check_sines_and_powers() {
    check_all<elementary<sin_function, Scalar>, elementary<cos_function, Scalar>,
              elementary<pow_function, Scalar>>();
}
template <class Scalar>
void check_logarithms_and_others() {
    check_all<elementary<log_function, Scalar>, elementary<log1p_function, Scalar>,
              elementary<sqrt_function, Scalar>, elementary<fma_function, Scalar>,
              elementary<abs_function, Scalar>, elementary<scale_function, Scalar>,
              elementary<classify_function, Scalar>>();
}

} // namespace bits
