#pragma once

#include <array>
#include <cstddef>
#include <ctnn/concept/scalar.hpp>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/tensor/detail/add_blocks.hpp>
#include <type_traits>

namespace ctnn::placed {
CTNN_ARITHMETIC_BEGIN

// A layer that acts on each number alone, with a bend at 0: x above 0, and below it x times a slope that is learnt for each
// channel. A gradient is summed over the places from zero, and the sum is then added to the gradient.
template <concepts::scalar Scalar, class Shape>
struct bent {
    static constexpr std::size_t channels = Shape::extents[Shape::rank - 1];
    static constexpr std::size_t multiply_adds = Shape::size, working_scalars = 0;
    using output_shape = Shape;
    using values = std::array<Scalar, Shape::size>;

    struct parameters {
        std::array<Scalar, channels> slopes{};

        friend constexpr bool operator==(parameters const&, parameters const&) = default;
    };
    static constexpr Scalar const& slope_below(parameters const& p, std::size_t number) {
        return p.slopes.data()[number % channels];
    }

    static constexpr void forward_into(parameters const& p, values const& x, values& v) {
        for (std::size_t i = 0; i < Shape::size; ++i)
            v.data()[i] = value(x.data()[i], slope_below(p, i));
    }
    static constexpr values forward(parameters const& p, values const& x) {
        values v{};
        forward_into(p, x, v);
        return v;
    }
    static constexpr values backward(parameters const& p, values const& x, values const& dv) {
        values dx{};
        for (std::size_t i = 0; i < Shape::size; ++i)
            dx.data()[i] = derivative(x.data()[i], slope_below(p, i), dv.data()[i]);
        return dx;
    }
    static constexpr void accumulate_gradient(parameters const&, values const& x, values const& dv,
                                              parameters& gradient) {
        parameters sum{};
        for (std::size_t i = 0; i < Shape::size; ++i)
            if (!(x.data()[i] > Scalar(0)))
                sum.slopes.data()[i % channels] += x.data()[i] * dv.data()[i];
        ctnn::detail::add_blocks(sum, gradient);
    }
    template <class Draw>
    static constexpr void initialize(parameters& p, Draw&&) {
        for (Scalar& slope : p.slopes)
            slope = Scalar(0.25);
    }

    // Of an interval: its ends, and 0 if that is between them.
    static constexpr Scalar value(Scalar const& x, Scalar const& slope) {
        if constexpr (requires { Scalar::everything(); }) {
            using number = std::remove_cvref_t<decltype(x.lower)>;
            auto const bent = [&slope](number end) {
                return end > number(0) ? end : end * slope.lower;
            };
            number const a = bent(x.lower), b = bent(x.upper), bend = bent(number(0));
            bool const bends = x.lower < number(0) && number(0) < x.upper;
            number const low = a < b ? a : b, high = a < b ? b : a;
            return Scalar::of(bends && bend < low ? bend : low, bends && high < bend ? bend : high);
        } else {
            return x > Scalar(0) ? x : x * slope;
        }
    }
    static constexpr Scalar derivative(Scalar const& x, Scalar const& slope, Scalar const& dv) {
        return x > Scalar(0) ? dv : dv * slope;
    }
};

CTNN_ARITHMETIC_END
} // namespace ctnn::placed
