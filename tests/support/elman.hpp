#pragma once

#include <array>
#include <cstddef>
#include <ctnn/error/diagnosis.hpp>
#include <ctnn/math/tanh.hpp>
#include <ctnn/tensor/matrix.hpp>
#include <ctnn/tensor/shape.hpp>
#include <type_traits>

// A user-defined layer that remembers: h' = tanh(x W + h U + b), a step after a row and the whole sequence after rows
// of it. (J. L. Elman, "Finding structure in time", Cognitive Science, 1990.)

namespace own {

template <class Scalar, std::size_t Inputs, std::size_t Units>
struct elman_cell {
    struct parameters {
        ctnn::matrix<Scalar, Inputs, Units> weights{};
        ctnn::matrix<Scalar, Units, Units> recurrent{};
        std::array<Scalar, Units> biases{};
    };
    using values = std::array<Scalar, Units>;

    static constexpr values next(parameters const& p, values const& h, Scalar const* x) {
        using ctnn::math::tanh;
        values v = p.biases;
        for (std::size_t j = 0; j < Units; ++j) {
            for (std::size_t i = 0; i < Inputs; ++i)
                v[j] += x[i] * p.weights[i][j];
            for (std::size_t k = 0; k < Units; ++k)
                v[j] += h[k] * p.recurrent[k][j];
            v[j] = tanh(v[j]);
        }
        return v;
    }
    // Of dh, the derivative by what `next` gave: adds to the gradient, and replaces dh by that by h.
    static constexpr void previous(parameters const& p, values const* h, values const& after,
                                   Scalar const* x, values& dh, Scalar* dx, parameters& gradient) {
        values dv{}, before{};
        for (std::size_t j = 0; j < Units; ++j) {
            dv[j] = dh[j] * (Scalar(1) - after[j] * after[j]);
            gradient.biases[j] += dv[j];
        }
        for (std::size_t j = 0; j < Units; ++j) {
            for (std::size_t i = 0; i < Inputs; ++i) {
                dx[i] += dv[j] * p.weights[i][j];
                gradient.weights[i][j] += dv[j] * x[i];
            }
            for (std::size_t k = 0; h && k < Units; ++k) {
                before[k] += dv[j] * p.recurrent[k][j];
                gradient.recurrent[k][j] += dv[j] * (*h)[k];
            }
        }
        dh = before;
    }
};

template <std::size_t Units>
struct elman {
    static constexpr char const* name = "elman";

    template <class At, class Shape>
    using diagnosis = std::conditional_t<
        Shape::rank <= 2, ctnn::error::none,
        typename At::template gets_an_input_of_shape<Shape>::template but_needs_rank<2>>;

    template <class Scalar, class Shape>
    struct bound;

    template <class Scalar, std::size_t Inputs>
    struct bound<Scalar, ctnn::shape<Inputs>> {
        using cell = elman_cell<Scalar, Inputs, Units>;
        using parameters = typename cell::parameters;
        static constexpr std::size_t output_size = Units;
        using input = std::array<Scalar, Inputs>;
        using values = typename cell::values;

        struct state {
            values hidden{};
            friend constexpr bool operator==(state const&, state const&) = default;
        };

        static constexpr values step(parameters const& p, state& s, input const& x) {
            return s.hidden = cell::next(p, s.hidden, x.data());
        }
        static constexpr values forward(parameters const& p, input const& x) {
            state s;
            return step(p, s, x);
        }
        static constexpr input backward(parameters const& p, input const& x, values dv) {
            input dx{};
            parameters unused{};
            cell::previous(p, nullptr, forward(p, x), x.data(), dv, dx.data(), unused);
            return dx;
        }
        static constexpr void accumulate_gradient(parameters const& p, input const& x, values dv,
                                                  parameters& gradient) {
            input dx{};
            cell::previous(p, nullptr, forward(p, x), x.data(), dv, dx.data(), gradient);
        }
        template <class Draw>
        static constexpr void initialize(parameters& p, Draw const& draw) {
            for (Scalar& w : p.weights.values)
                w = draw(Inputs, Units);
            for (Scalar& w : p.recurrent.values)
                w = draw(Units, Units);
        }
    };

    template <class Scalar, std::size_t Steps, std::size_t Inputs>
    struct bound<Scalar, ctnn::shape<Steps, Inputs>> {
        using cell = elman_cell<Scalar, Inputs, Units>;
        using parameters = typename cell::parameters;
        using output_shape = ctnn::shape<Steps, Units>;
        using input = std::array<Scalar, Steps * Inputs>;
        using output = std::array<Scalar, Steps * Units>;
        using values = typename cell::values;

        struct record {
            std::array<values, Steps> hidden{};
            input dx{};
            parameters gradient{};
        };

        static constexpr output forward(parameters const& p, input const& x, record& r) {
            output v{};
            values h{};
            for (std::size_t t = 0; t < Steps; ++t) {
                r.hidden[t] = h = cell::next(p, h, x.data() + t * Inputs);
                for (std::size_t j = 0; j < Units; ++j)
                    v[t * Units + j] = h[j];
            }
            return v;
        }
        static constexpr output forward(parameters const& p, input const& x) {
            record r{};
            return forward(p, x, r);
        }
        static constexpr void unwind(parameters const& p, input const& x, record& r,
                                     output const& dv) {
            values dh{};
            r.dx = {};
            r.gradient = {};
            for (std::size_t t = Steps; t-- > 0;) {
                for (std::size_t j = 0; j < Units; ++j)
                    dh[j] += dv[t * Units + j];
                cell::previous(p, t > 0 ? &r.hidden[t - 1] : nullptr, r.hidden[t],
                               x.data() + t * Inputs, dh, r.dx.data() + t * Inputs, r.gradient);
            }
        }
        static constexpr input backward(parameters const&, input const&, record const& r,
                                        output const&) {
            return r.dx;
        }
        static constexpr void accumulate_gradient(parameters const&, input const&, record const& r,
                                                  output const&, parameters& gradient) {
            for (std::size_t i = 0; i < r.gradient.weights.values.size(); ++i)
                gradient.weights.values[i] += r.gradient.weights.values[i];
            for (std::size_t i = 0; i < r.gradient.recurrent.values.size(); ++i)
                gradient.recurrent.values[i] += r.gradient.recurrent.values[i];
            for (std::size_t j = 0; j < Units; ++j)
                gradient.biases[j] += r.gradient.biases[j];
        }
        template <class Draw>
        static constexpr void initialize(parameters& p, Draw const& draw) {
            bound<Scalar, ctnn::shape<Inputs>>::initialize(p, draw);
        }
    };
};

} // namespace own
