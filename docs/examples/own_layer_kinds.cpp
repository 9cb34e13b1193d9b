// Layers of your own that know how their input is arranged: a shape, a record, windows, layers inside.
// docs/extending_layers.md goes through them.

#include <array>
#include <cstddef>
#include <cstdio>
#include <ctnn/ctnn.hpp>
#include <type_traits>

namespace own {

// [shape]
// An image in a mirror: the columns in the opposite order.
struct mirror {
    template <class At, class Shape>
    using diagnosis = std::conditional_t<
        Shape::rank == 3, ctnn::error::none,
        typename At::template gets_an_input_of_shape<Shape>::template but_needs_rank<3>>;

    template <class Scalar, class Shape>
    struct bound {
        using output_shape = Shape;
        using values = std::array<Scalar, Shape::size>;
        struct parameters {};
        static constexpr bool only_compares = true; // each output is an input

        static constexpr values forward(parameters const&, values const& x) {
            constexpr auto columns = Shape::extents[1], channels = Shape::extents[2];
            values v{};
            for (std::size_t i = 0; i < Shape::size; ++i) {
                std::size_t const column = i / channels % columns;
                v[i + (columns - 1) * channels - 2 * column * channels] = x[i];
            }
            return v;
        }
        static constexpr values backward(parameters const& p, values const&, values const& dv) {
            return forward(p, dv);
        }
    };
};
// [shape]

// [moved]
// A sequence from its end to its beginning.
template <class Shape>
struct steps_reversed {
    using input_shape = Shape;
    using output_shape = Shape;
    static constexpr std::size_t run = Shape::size / Shape::extents[0]; // the numbers of a step
    static constexpr bool repeats = false, pads = false;

    static constexpr std::size_t source(std::size_t j) {
        return Shape::size - run - j / run * run + j % run;
    }
};
struct backwards {
    template <class Scalar, class Shape>
    using bound = ctnn::placed::moved<Scalar, steps_reversed<Shape>>;
};
// [moved]

// [record]
// Numbers divided by their root mean square, times a learnt factor each: v_i = f_i x_i s.
struct rms_norm {
    template <class Scalar, std::size_t Inputs>
    struct bound {
        static constexpr std::size_t output_size = Inputs;
        using values = std::array<Scalar, Inputs>;
        struct parameters {
            values factors{};
        };
        struct record {
            Scalar s;
            values dx;
        };

        static constexpr values forward(parameters const& p, values const& x, record& r) {
            using ctnn::math::sqrt;
            Scalar sum(0);
            for (Scalar const& number : x)
                sum += number * number;
            r.s = Scalar(1) / sqrt(sum / Scalar(Inputs) + Scalar(1e-3));
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
            Scalar const share = dot * r.s * r.s / Scalar(Inputs);
            for (std::size_t i = 0; i < Inputs; ++i)
                r.dx[i] = r.s * (p.factors[i] * dv[i] - x[i] * share);
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
        template <class Draw>
        static constexpr void initialize(parameters& p, Draw&&) {
            p.factors.fill(Scalar(1));
        }
    };
};
// [record]

// [windows]
// A convolution of a sequence: the same dense layer for each window of steps.
template <std::size_t Outputs, class... Options>
struct conv1d {
    using options = ctnn::placed::window_options<1, false, Options...>;
    using activation = typename options::activation;

    template <class At, class Shape>
    using diagnosis = decltype(options::template diagnosis<At, Shape>());

    template <class Scalar, class Shape>
    using bound = ctnn::placed::affine<Scalar, typename options::template grid<Shape>, Outputs>;
};
// [windows]

// [memory]
// A memory that fades: h = x + f h, with a learnt factor f.
struct fading {
    template <class At, class Shape>
    using diagnosis = ctnn::placed::recurrent_diagnosis<At, Shape>;

    template <class Scalar, std::size_t Inputs>
    struct cell {
        static constexpr std::size_t output_size = Inputs;
        static constexpr std::size_t multiply_adds = Inputs, working_scalars = 2 * Inputs;
        using values = std::array<Scalar, Inputs>;
        struct parameters {
            values factors{};
        };
        struct state {
            values sums{}; // 0 at the beginning
        };
        struct record {
            values before, dx;
        };

        static constexpr values step(parameters const& p, state& s, values const& x, record& r) {
            r.before = s.sums;
            for (std::size_t i = 0; i < Inputs; ++i)
                s.sums[i] = x[i] + p.factors[i] * s.sums[i];
            return s.sums;
        }
        // From the last step to the first: ds comes from the step after it, and goes to the one before it.
        static constexpr void unwind(parameters const& p, record& r, values const& dv, state& ds) {
            for (std::size_t i = 0; i < Inputs; ++i) {
                r.dx[i] = dv[i] + ds.sums[i];
                ds.sums[i] = r.dx[i] * p.factors[i];
            }
        }
        static constexpr values backward(parameters const&, record const& r) { return r.dx; }
        static constexpr void accumulate_gradient(values const&, record const& r,
                                                  parameters& gradient) {
            for (std::size_t i = 0; i < Inputs; ++i)
                gradient.factors[i] += r.before[i] * r.dx[i];
        }
        template <class Draw>
        static constexpr void initialize(parameters& p, Draw&&) {
            p.factors.fill(Scalar(0.5));
        }
    };

    template <class Scalar, class Shape>
    using bound = ctnn::placed::recurrent<Scalar, Shape, cell>;
};
// [memory]

// [parts]
// Layers that learn how much of each number passes, v = x layers(x): two branches, one of which is the input
// itself, and their join.
template <class Shape, class Other>
struct product {
    using output_shape = Shape;

    template <class Number, std::size_t Size> // also of intervals
    static constexpr auto joined(std::array<Number, Size> const& x,
                                 std::array<Number, Size> const& y) {
        std::array<Number, Size> v{};
        for (std::size_t i = 0; i < Size; ++i)
            v[i] = x[i] * y[i];
        return v;
    }
    template <std::size_t Branch, class Values>
    static constexpr auto derivative(Values const& dv, Values const& x, Values const& y) {
        return joined(dv, Branch == 0 ? y : x);
    }
};
template <class... Layers>
struct gated
    : ctnn::placed::composite<product, ctnn::placed::shortcut, ctnn::placed::branch<Layers...>> {};
// [parts]

// [joins]
template <class... Layers>
struct residual : ctnn::placed::composite<ctnn::added, ctnn::placed::shortcut,
                                          ctnn::placed::branch<Layers...>> {};

template <class... Layers>
struct sequence : ctnn::placed::composite<ctnn::added, ctnn::placed::branch<Layers...>> {};

template <class One,
          class Other> // beside<placed::branch<dense<4>>, placed::branch<dense<8>, relu>>
struct beside : ctnn::placed::composite<ctnn::concatenated, One, Other> {};
// [joins]

} // namespace own

namespace {

using namespace ctnn;

using model = network<double, input<6, 2>, own::conv1d<3, kernel_size<3>, tanh>, // 4 steps of 3
                      own::gated<dense<12, sigmoid>>, own::rms_norm, dense<2, softmax>>;
constexpr auto net = initialize<model>(glorot_uniform{}, 1);
constexpr model::input_type x{0.1, -0.4, 0.7, 0.2, -0.9, 0.5, 0.3, 0.8, -0.2, 0.6, -0.1, 0.4};
constexpr model::output_type target{0, 1};
constexpr auto back = backpropagate(net, cross_entropy{}, x, target);

// A derivative by one parameter, by dual numbers through the same code: the oracle.
template <class Select>
constexpr bool agrees(Select const& select) {
    auto shadow = convert<dual<double>>(net);
    select(shadow).derivative = 1;
    double const expected =
        loss(shadow, cross_entropy{}, convert<dual<double>>(x), convert<dual<double>>(target))
            .derivative;
    double const difference = select(back.gradient) - expected;
    return difference < 1e-15 && difference > -1e-15 && expected != 0;
}
static_assert(agrees([](auto& n) -> auto& { return n.template layer<0>().weights[5][2]; }));
static_assert(agrees([](auto& n) -> auto& {
    return n.template layer<1>().template layer<0>().biases[7];
}));
static_assert(agrees([](auto& n) -> auto& { return n.template layer<2>().factors[4]; }));

// A memory goes through a sequence, and its gradient through time is that of dual numbers.
using memory = network<double, input<4, 1>, own::fading>;
constexpr auto halves = initialize<memory>(glorot_uniform{}, 1);
static_assert(halves({8, 0, 0, 1}) == std::array{8.0, 4.0, 2.0, 2.0});
constexpr std::array ramp{1.0, 2.0, 3.0, 4.0}, zeros_of_four{0.0, 0.0, 0.0, 0.0};
static_assert([] {
    auto shadow = convert<dual<double>>(halves);
    shadow.layer<0>().factors[0].derivative = 1;
    double const expected = loss(shadow, mean_squared_error{}, convert<dual<double>>(ramp),
                                 convert<dual<double>>(zeros_of_four))
                                .derivative;
    return backpropagate(halves, mean_squared_error{}, ramp, zeros_of_four)
               .gradient.layer<0>()
               .factors[0] == expected;
}());
// Step by step, its user keeps what it remembers.
constexpr auto stepwise = [] {
    auto const live = streamed(halves);
    stream_of<memory>::state state;
    live.step(state, {8});
    live.step(state, {0});
    return live.step(state, {1});
}();
static_assert(stepwise == std::array{3.0});

// A mirror in a mirror changes nothing.
using mirrors = network<float, input<2, 3, 2>, own::mirror, own::mirror>;
constexpr mirrors::input_type image{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};
static_assert(mirrors{}(image) == image);
constexpr network<float, input<1, 3, 2>, own::mirror> mirror;
static_assert(mirror({1, 2, 3, 4, 5, 6}) == std::array<float, 6>{5, 6, 3, 4, 1, 2});

// One that only says which input each output is.
constexpr network<float, input<3, 2>, own::backwards> back_in_time;
static_assert(back_in_time({1, 2, 3, 4, 5, 6}) == std::array<float, 6>{5, 6, 3, 4, 1, 2});

// Side by side, what a dense layer gives and its own input.
using both = network<float, input<2>, own::beside<placed::branch<dense<1>>, placed::shortcut>,
                     own::sequence<dense<3>, relu>, own::residual<relu>>;
static_assert(std::is_same_v<both::stage<0>::output_shape, shape<3>>);
constexpr auto joined = [] {
    both layers;
    layers.layer<0>().layer<0>() = {{{1}, {2}}, {0}};
    layers.layer<1>().layer<0>() = {{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}, {0, 0, 0}};
    return layers({3, -4}); // -5 beside 3 and -4; relu of each; twice that
}();
static_assert(joined == std::array{0.0f, 6.0f, 0.0f});

// What only moves numbers goes into int8, and loses nothing there.
using quantizable = network<float, input<2, 3, 2>, own::mirror, dense<2>>;
constexpr std::array pictures{sample{image, quantizable::output_type{}}};
constexpr auto in_float = initialize<quantizable>(he_uniform{}, 1);
constexpr auto in_int8 = quantize(in_float, pictures).network;
static_assert(output_error(in_float, in_int8, pictures).largest < 0.1);

// Proofs: an affine layer has the bounds of `conv2d`, all others those of their code on intervals.
constexpr verify::verdict steady = verify::robust(net, x, 0.01);
static_assert(steady.proven());

} // namespace

int main() {
    constexpr std::array samples{sample{x, target}};
    auto const result =
        train(net, cross_entropy{}, sgd{.learning_rate = 0.1}, samples, {.epochs = 100});
    std::printf("loss before %.6f, after 100 steps %.6f\n", back.loss, result.loss);
    return result.ok() && result.loss < back.loss ? 0 : 1;
}
