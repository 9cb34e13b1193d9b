// Your own layer, activation and loss: plain structs, no base classes, no registration.
// docs/extending.md goes through them line by line.

#include <array>
#include <cstddef>
#include <cstdio>
#include <ctnn/ctnn.hpp>

namespace own {

// A layer with one learnt factor for each number: v_i = f_i x_i.
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

        // dL/dx_i = f_i dL/dv_i.
        static constexpr values backward(parameters const& p, values const&, values const& dv) {
            values dx{};
            for (std::size_t i = 0; i < Inputs; ++i)
                dx[i] = p.factors[i] * dv[i];
            return dx;
        }

        // dL/df_i = x_i dL/dv_i, added to what is there.
        static constexpr void accumulate_gradient(parameters const&, values const& x,
                                                  values const& dv, parameters& gradient) {
            for (std::size_t i = 0; i < Inputs; ++i)
                gradient.factors[i] += x[i] * dv[i];
        }
    };
};

// An activation: x^2 with the sign of x.
struct signed_square {
    template <class Scalar>
    static constexpr Scalar value(Scalar x) {
        return x < Scalar(0) ? -x * x : x * x;
    }
    template <class Scalar>
    static constexpr Scalar derivative(Scalar x, Scalar) {
        return x < Scalar(0) ? Scalar(-2) * x : Scalar(2) * x;
    }
};

// An activation that states what is known of it: x from 0 to 1, and cut off there.
struct clamp {
    static constexpr ctnn::output_bounds bounds{0, 1};
    static constexpr ctnn::curve facts{.pieces = {{-ctnn::curves::infinity, 0}, {0, 1}, {1, 0}},
                                       .error = {0},
                                       .keeps_range = true};
    template <class Scalar>
    static constexpr Scalar value(Scalar x) {
        return x < Scalar(0) ? Scalar(0) : x > Scalar(1) ? Scalar(1) : x;
    }
    template <class Scalar>
    static constexpr Scalar derivative(Scalar x, Scalar) {
        return x > Scalar(0) && x < Scalar(1) ? Scalar(1) : Scalar(0);
    }
};
using clamped = ctnn::network<float, ctnn::input<1>, ctnn::dense<1, clamp>>;
constexpr clamped doubled{{{{2.0f}}, {0.0f}}};
constexpr ctnn::box<float, 1> near_zero{{-1.0f}, {0.25f}};
static_assert(ctnn::bounds(doubled, near_zero)[0].upper == 0.5f);
static_assert(ctnn::verify::lipschitz_bound(doubled, near_zero) < 2.001);
static_assert(ctnn::verify::monotone(doubled, near_zero, 0, 0).proven());

// A loss: the sum of the fourth powers of the errors.
struct fourth_power {
    template <class Scalar, std::size_t Size>
    static constexpr Scalar value(std::array<Scalar, Size> const& y,
                                  std::array<Scalar, Size> const& t) {
        Scalar sum(0);
        for (std::size_t i = 0; i < Size; ++i) {
            Scalar const square = (y[i] - t[i]) * (y[i] - t[i]);
            sum += square * square;
        }
        return sum;
    }
    template <class Scalar, std::size_t Size>
    static constexpr std::array<Scalar, Size> derivative(std::array<Scalar, Size> const& y,
                                                         std::array<Scalar, Size> const& t) {
        std::array<Scalar, Size> dy{};
        for (std::size_t i = 0; i < Size; ++i) {
            Scalar const error = y[i] - t[i];
            dy[i] = Scalar(4) * error * error * error;
        }
        return dy;
    }
};

// The concepts say whether all is there; without these lines the network would say it.
static_assert(ctnn::concepts::layer<scale>);
static_assert(ctnn::concepts::activation<signed_square>);
static_assert(ctnn::concepts::loss<fourth_power>);

using model = ctnn::network<double, ctnn::input<2>, scale, ctnn::dense<2, signed_square>>;
static_assert(model::parameter_count == 2 + 4 + 2);

constexpr model net{{{0.5, 2.0}}, {{{1.0, -0.5}, {0.25, 1.0}}, {0.1, -0.2}}};
constexpr std::array<double, 2> x{0.6, -0.3}, target{0.2, -0.5};

// The derivative by one factor, with dual numbers through the same code: the oracle.
constexpr double derivative_by_factor(std::size_t index) {
    using number = ctnn::dual<double>;
    using twin = ctnn::network<number, ctnn::input<2>, scale, ctnn::dense<2, signed_square>>;
    twin shadow{};
    for (std::size_t i = 0; i < 2; ++i) {
        shadow.layer<0>().factors[i] = number(net.layer<0>().factors[i]);
        shadow.layer<1>().biases[i] = number(net.layer<1>().biases[i]);
        for (std::size_t j = 0; j < 2; ++j)
            shadow.layer<1>().weights[i][j] = number(net.layer<1>().weights[i][j]);
    }
    shadow.layer<0>().factors[index].derivative = 1;
    return ctnn::loss(shadow, fourth_power{}, {number(x[0]), number(x[1])},
                      {number(target[0]), number(target[1])})
        .derivative;
}

constexpr auto back = ctnn::backpropagate(net, fourth_power{}, x, target);
constexpr double difference = back.gradient.layer<0>().factors[0] - derivative_by_factor(0);
static_assert(difference < 1e-15 && difference > -1e-15);

} // namespace own

int main() {
    constexpr std::array samples{ctnn::sample{own::x, own::target}};
    auto const result = ctnn::train(own::net, own::fourth_power{}, ctnn::sgd{.learning_rate = 0.1},
                                    samples, {.epochs = 200});
    std::printf("loss before %.6f, after 200 steps %.6f\n", own::back.loss, result.loss);
    std::printf("derivative by the first factor: %.12f, by dual numbers %.12f\n",
                own::back.gradient.layer<0>().factors[0], own::derivative_by_factor(0));
    return result.ok() && result.loss < own::back.loss ? 0 : 1;
}
