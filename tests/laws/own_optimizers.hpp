#pragma once

#include <cstddef>
#include <ctnn/concept/scalar.hpp>
#include <ctnn/concept/setting.hpp>
#include <ctnn/kernel/sqrt.hpp>
#include <ctnn/tensor/detail/members.hpp>

// Optimizers as a user would add them.

namespace own {

// Gradient descent that keeps a part of its last step.
struct momentum {
    double learning_rate = 0.01;
    double kept = 0.9;

    template <class T>
    struct memory {
        T velocity{};
    };
    template <class Scalar>
    struct constants {
        Scalar rate, kept;
    };

    template <ctnn::concepts::scalar Scalar>
    constexpr char const* problem() const {
        return ctnn::is_finite_and_not_negative(learning_rate)
                   ? nullptr
                   : "learning_rate is negative or not finite";
    }
    template <ctnn::concepts::scalar Scalar>
    constexpr constants<Scalar> at() const {
        return {static_cast<Scalar>(learning_rate), static_cast<Scalar>(kept)};
    }
    template <class Values, class Constants>
    static constexpr void update(Values& parameter, Values const& derivative, memory<Values>& past,
                                 Constants const& with) {
        past.velocity = with.kept * past.velocity + derivative;
        parameter -= with.rate * past.velocity;
    }
};

// Remembers nothing and is no descent either: steps of almost one length, whatever the derivative's is, and ever shorter.
struct sign_descent {
    double learning_rate = 0.01;

    template <class Scalar>
    struct constants {
        Scalar rate, least;
    };
    template <ctnn::concepts::scalar Scalar>
    constexpr constants<Scalar> at(std::size_t steps) const {
        return {static_cast<Scalar>(learning_rate / (1 + 0.25 * static_cast<double>(steps))),
                static_cast<Scalar>(0x1p-8)};
    }
    template <class Values, class Constants>
    static constexpr void update(Values& parameter, Values const& derivative,
                                 [[maybe_unused]] auto& nothing, Constants const& with) {
        parameter -=
            with.rate * derivative / (ctnn::kernel::sqrt(derivative * derivative) + with.least);
    }
};

// As much as may be remembered: the last four derivatives, each as it came, the sign of a 0 included.
struct last_four {
    double learning_rate = 0.01;

    template <class T>
    struct memory {
        T first{}, second{}, third{}, fourth{};
    };
    template <ctnn::concepts::scalar Scalar>
    constexpr Scalar at() const {
        return static_cast<Scalar>(learning_rate);
    }
    template <class Values, class Scalar>
    static constexpr void update(Values& parameter, Values const& derivative, memory<Values>& past,
                                 Scalar const& rate) {
        past.fourth = past.third;
        past.third = past.second;
        past.second = past.first;
        past.first = derivative;
        parameter -= rate * (past.first + past.second + (past.third + past.fourth));
    }
};

// Rprop without going back, for numbers alone: a step of a length that grows while the derivative keeps its sign, and
// shrinks where it turns.
struct for_numbers {
    double learning_rate = 0.01;

    template <class T>
    struct memory {
        T last{}, growth{};
    };
    template <class Scalar>
    struct constants {
        Scalar rate, grows, shrinks;
    };
    template <ctnn::concepts::scalar Scalar>
    constexpr constants<Scalar> at() const {
        return {static_cast<Scalar>(learning_rate), static_cast<Scalar>(1.25),
                static_cast<Scalar>(0.5)};
    }
    template <ctnn::concepts::scalar Scalar>
    static constexpr void update(Scalar& parameter, Scalar const& derivative, memory<Scalar>& past,
                                 constants<Scalar> const& with) {
        Scalar const zero(0), product = past.last * derivative;
        if (past.growth == zero)
            past.growth = with.rate;
        else if (product != zero)
            past.growth *= product > zero ? with.grows : with.shrinks;
        if (derivative != zero)
            parameter -= derivative > zero ? past.growth : -past.growth;
        past.last = derivative;
    }
};

// Its update takes lanes, but no constants in lanes.
struct constants_in_numbers {
    double learning_rate = 0.01;

    template <class Scalar>
    struct constants {
        Scalar rate;
    };
    template <ctnn::concepts::scalar Scalar>
    constexpr constants<Scalar> at() const {
        return {static_cast<Scalar>(learning_rate)};
    }
    template <class Values, ctnn::concepts::scalar Scalar>
    static constexpr void update(Values& parameter, Values const& derivative, auto&,
                                 constants<Scalar> const& with) {
        parameter -= with.rate * (derivative * derivative * derivative + derivative);
    }
};

// The steps of another optimizer, along a gradient that is no longer than 1/4.
template <class Optimizer>
struct clipped : Optimizer {
    template <class Network>
    static constexpr void prepare(Network& gradient) {
        using scalar = typename Network::scalar;
        using ctnn::math::sqrt;
        scalar squares(0);
        ctnn::detail::for_each_block(
            [&squares](auto block) {
                for (std::size_t i = 0; i < block.size; ++i)
                    squares += block.data[i] * block.data[i];
            },
            gradient);
        scalar const norm = sqrt(squares), most(0.25);
        scalar const factor = norm > most ? most / norm : scalar(1);
        ctnn::detail::for_each_block(
            [factor](auto block) {
                for (std::size_t i = 0; i < block.size; ++i)
                    block.data[i] *= factor;
            },
            gradient);
    }
};

// The steps of another optimizer, after each of which no parameter is beyond [-3/4, 3/4].
template <class Optimizer>
struct bounded : Optimizer {
    template <class Network>
    static constexpr void project(Network& net) {
        using scalar = typename Network::scalar;
        ctnn::detail::for_each_block(
            [](auto block) {
                scalar const most(0.75);
                for (std::size_t i = 0; i < block.size; ++i) {
                    scalar const x = block.data[i];
                    block.data[i] = x > most ? most : x < -most ? -most : x;
                }
            },
            net);
    }
};

} // namespace own
