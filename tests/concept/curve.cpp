#include <ctnn/concept/curve.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <ctnn/ctnn.hpp>
#include <limits>

#include "../catch.hpp"
#include "../support/random_numbers.hpp"

namespace {

namespace detail = ctnn::verify::detail;
using ctnn::interval;
using ctnn::verify::activation_range;
using ctnn::verify::derivative_range;

// The same functions as in the library, by other names.
struct own_relu {
    static constexpr ctnn::curve facts{
        .pieces = {{-ctnn::curves::infinity, 0}, {0, 1}}, .error = {0}, .keeps_range = true};
    template <class Scalar>
    static constexpr Scalar value(Scalar x) {
        return ctnn::relu::value(x);
    }
    template <class Scalar>
    static constexpr Scalar derivative(Scalar x, Scalar y) {
        return ctnn::relu::derivative(x, y);
    }
};
struct own_silu {
    static constexpr ctnn::curve facts = ctnn::silu::facts;
    template <class T>
    static constexpr double slope(double x) {
        return ctnn::silu::slope<T>(x);
    }
    template <class T>
    static constexpr double fixed_point_error(double magnitude) {
        return ctnn::silu::fixed_point_error<T>(magnitude);
    }
    template <class Scalar>
    static constexpr Scalar value(Scalar x) {
        return ctnn::silu::value(x);
    }
    template <class Scalar>
    static constexpr Scalar derivative(Scalar x, Scalar y) {
        return ctnn::silu::derivative(x, y);
    }
};

// It says nothing of itself, but computes without comparing.
struct cube {
    template <class Scalar>
    static constexpr Scalar value(Scalar x) {
        return x * x * x;
    }
    template <class Scalar>
    static constexpr Scalar derivative(Scalar x, Scalar) {
        return Scalar(3) * x * x;
    }
};
static_assert(activation_range<cube>::of(interval<double>{-2, 3}).lower <= -8 &&
              activation_range<cube>::of(interval<double>{-2, 3}).upper >= 27);

// A tent of straight pieces: what lies between the ends counts.
struct tent {
    static constexpr ctnn::curve facts{.pieces = {{-ctnn::curves::infinity, 0.5}, {0.3, -2}},
                                       .error = {.of_value = 2, .alone = 2}};
    template <class Scalar>
    static constexpr Scalar value(Scalar x) {
        return x < Scalar(0.3) ? Scalar(0.5) * x : Scalar(0.75) - Scalar(2) * x;
    }
    template <class Scalar>
    static constexpr Scalar derivative(Scalar x, Scalar) {
        return x < Scalar(0.3) ? Scalar(0.5) : Scalar(-2);
    }
};

// x / (1 + x^2), with a minimum and a maximum.
struct bump {
    static constexpr ctnn::output_bounds bounds{-0.5, 0.5};
    static constexpr ctnn::curve facts{
        .minima = {{-1.01, -0.99, -0.5}},
        .maxima = {{0.99, 1.01, 0.5}},
        .slopes = {-0.125, 1},
        .bend = -1,
        .inflections = {{-1.7320508075688772}, {0}, {1.7320508075688772}},
        .error = {3},
        .slope_error = {.of_slope = 0, .alone = 16 * std::numeric_limits<double>::epsilon()}};
    template <class Scalar>
    static constexpr Scalar value(Scalar x) {
        return x / (Scalar(1) + x * x);
    }
    template <class Scalar>
    static constexpr Scalar derivative(Scalar x, Scalar) {
        Scalar const inverse = Scalar(1) / (Scalar(1) + x * x);
        return (Scalar(1) - x * x) * inverse * inverse;
    }
    // Of formats in which 1 + x^2 does not saturate: x^2 is off by half a step, and the quotient is.
    template <class T>
    static constexpr double fixed_point_error(double) {
        return ctnn::curves::step<T>;
    }
};

// 0 below 0, x up to 1, and from there on as steep as it says.
template <int Slope>
struct relu_up_to_1 {
    static constexpr ctnn::curve facts{.pieces = {{-ctnn::curves::infinity, 0}, {0, 1}, {1, Slope}},
                                       .error = {0}};
    template <class Scalar>
    static constexpr Scalar value(Scalar x) {
        return x < Scalar(0)   ? Scalar(0)
               : x > Scalar(1) ? Scalar(1) + Scalar(Slope) * (x - Scalar(1))
                               : x;
    }
    template <class Scalar>
    static constexpr Scalar derivative(Scalar x, Scalar) {
        return x < Scalar(0) ? Scalar(0) : x > Scalar(1) ? Scalar(Slope) : Scalar(1);
    }
};

// What is derived.
static_assert(ctnn::detail::is_line<ctnn::identity> && !ctnn::detail::is_line<ctnn::relu>);
static_assert(ctnn::detail::is_rectifier<ctnn::relu> && ctnn::detail::is_rectifier<own_relu>);
static_assert(!ctnn::detail::is_rectifier<ctnn::relu6> &&
              ctnn::detail::rectifies_at_zero<ctnn::relu6> &&
              !ctnn::detail::is_rectifier<relu_up_to_1<3>>);
static_assert(!ctnn::detail::is_rectifier<ctnn::leaky_relu> &&
              !ctnn::detail::is_rectifier<ctnn::basic_leaky_relu<0.0>>);
static_assert(ctnn::detail::bends_at_zero<ctnn::leaky_relu> &&
              !ctnn::detail::bends_at_zero<ctnn::basic_leaky_relu<1.5>> &&
              !ctnn::detail::bends_at_zero<ctnn::hard_tanh>);
static_assert(ctnn::detail::cuts_off<ctnn::relu> && ctnn::detail::cuts_off<ctnn::hard_tanh>);
static_assert(!ctnn::detail::cuts_off<ctnn::identity> && !ctnn::detail::cuts_off<ctnn::elu> &&
              !ctnn::detail::cuts_off<ctnn::hard_sigmoid> && !ctnn::detail::cuts_off<cube>);
static_assert(detail::bend_between(ctnn::silu::facts, -1, 1) == 1 &&
              detail::bend_between(ctnn::silu::facts, -9, -3) == -1 &&
              detail::bend_between(ctnn::silu::facts, 3, 9) == -1 &&
              detail::bend_between(ctnn::silu::facts, -3, 1) == 0 &&
              detail::bend_between(ctnn::softplus::facts, -9, 9) == 1);

// What is stated is what is computed, also of settings that are far from 1.
template <class... Activations>
constexpr bool have_their_pieces = (ctnn::detail::has_its_pieces<Activations>() && ...);
static_assert(have_their_pieces<
              ctnn::identity, ctnn::relu, ctnn::leaky_relu, ctnn::basic_leaky_relu<-1e9>,
              ctnn::basic_leaky_relu<1e30>, ctnn::elu, ctnn::basic_elu<1e-9>, ctnn::basic_elu<1e30>,
              ctnn::hard_sigmoid, ctnn::hard_tanh, ctnn::relu6, ctnn::selu, ctnn::hard_swish,
              ctnn::celu, ctnn::basic_celu<1e-9>, ctnn::basic_celu<1e30>>);
static_assert(have_their_pieces<tent, bump, cube, ctnn::softmax>);

// A cut that is not stated, as of relu6 without its 6; and joints that values leave.
template <class Activation>
struct with_facts_of_relu : Activation {
    static constexpr ctnn::curve facts = ctnn::relu::facts;
};
static_assert(have_their_pieces<with_facts_of_relu<ctnn::relu>>);
static_assert(!have_their_pieces<with_facts_of_relu<ctnn::relu6>> &&
              !have_their_pieces<with_facts_of_relu<ctnn::leaky_relu>> &&
              !have_their_pieces<with_facts_of_relu<ctnn::elu>> &&
              !have_their_pieces<with_facts_of_relu<ctnn::identity>>);
// 0 up to 1, and x from there on.
struct thresholded {
    static constexpr ctnn::curve facts{.pieces = {{-ctnn::curves::infinity, 0}, {1, 1}},
                                       .error = {0}};
    template <class Scalar>
    static constexpr Scalar value(Scalar x) {
        return x < Scalar(1) ? Scalar(0) : x;
    }
};
static_assert(!have_their_pieces<thresholded>);

template <class One, class Other>
using model_of = ctnn::network<float, ctnn::input<3>, ctnn::dense<6, One>, ctnn::dense<5, One>,
                               ctnn::dense<2, Other>>;

// Bounds of two networks of the same parameters.
template <class Own, class Library>
void check_equal_bounds() {
    seeded::random_numbers random(31);
    for (int k = 0; k < 40; ++k) {
        auto const seed = static_cast<std::uint32_t>(k);
        auto const own = ctnn::initialize<model_of<Own, ctnn::tanh>>(ctnn::he_normal{}, seed);
        auto const library =
            ctnn::initialize<model_of<Library, ctnn::tanh>>(ctnn::he_normal{}, seed);
        ctnn::box<float, 3> in{};
        for (std::size_t i = 0; i < 3; ++i) {
            in.lower[i] = static_cast<float>(random(-2, 1));
            in.upper[i] = in.lower[i] + static_cast<float>(random(0, 2));
        }
        auto const same = [](auto const& a, auto const& b) {
            return a.lower == b.lower && a.upper == b.upper;
        };
        auto const a = ctnn::linear_bounds(own, in), b = ctnn::linear_bounds(library, in);
        auto const c = ctnn::gradient_bounds(own, in), d = ctnn::gradient_bounds(library, in);
        for (std::size_t j = 0; j < 2; ++j) {
            REQUIRE(same(a[j], b[j]));
            for (std::size_t i = 0; i < 3; ++i)
                REQUIRE(same(c[j][i], d[j][i]));
        }
    }
}

} // namespace

TEST_CASE("a user's activation that states its facts gets the bounds of the library's",
          "[verify]") {
    check_equal_bounds<own_relu, ctnn::relu>();
    check_equal_bounds<own_silu, ctnn::silu>();
}

TEMPLATE_TEST_CASE("what begins as relu is bounded and proven as what it goes on as", "[verify]",
                   relu_up_to_1<3>, relu_up_to_1<-2>, relu_up_to_1<0>, ctnn::relu6) {
    using namespace ctnn::verify::outputs;
    using model = ctnn::network<float, ctnn::input<2>, ctnn::dense<6, TestType>,
                                ctnn::dense<4, TestType>, ctnn::dense<1, TestType>>;
    seeded::random_numbers random(34);
    ctnn::box<float, 2> const in{{-4, -4}, {4, 4}};
    int outside = 0, wider = 0, wrong = 0;
    for (std::uint32_t seed = 0; seed < 40; ++seed) {
        auto const net = ctnn::initialize<model>(ctnn::he_normal{}, seed);
        auto const by_lines = ctnn::linear_bounds(net, in)[0];
        auto const by_intervals = ctnn::bounds(net, in)[0];
        float least = net({0, 0})[0], most = least;
        for (int k = 0; k < 400; ++k) {
            float const y =
                net({static_cast<float>(random(-4, 4)), static_cast<float>(random(-4, 4))})[0];
            least = std::min(least, y);
            most = std::max(most, y);
        }
        outside += !by_lines.contains(least) + !by_lines.contains(most);
        float const roundings = 1e-3f * (1 + by_intervals.upper - by_intervals.lower);
        wider += by_lines.lower < by_intervals.lower - roundings ||
                 by_lines.upper > by_intervals.upper + roundings;
        if (most > least) {
            float const middle = 0.5f * least + 0.5f * most;
            wrong += ctnn::verify::prove(net, in, output<0> <= middle, 20).proven();
            wrong += ctnn::verify::prove(net, in, output<0> >= middle, 20).proven();
        }
    }
    CHECK(outside == 0);
    CHECK(wider == 0);
    CHECK(wrong == 0);
}

TEST_CASE("a user's activation that states its facts goes into fixed point and int8", "[verify]") {
    using fixed = ctnn::fixed_point<7, 8>;
    using own =
        ctnn::network<float, ctnn::input<2>, ctnn::dense<3, own_silu>, ctnn::dense<1, own_relu>>;
    using library = ctnn::network<float, ctnn::input<2>, ctnn::dense<3, ctnn::silu>,
                                  ctnn::dense<1, ctnn::relu>>;
    auto const a = ctnn::initialize<own>(ctnn::he_normal{}, 5);
    auto const b = ctnn::initialize<library>(ctnn::he_normal{}, 5);
    ctnn::box<float, 2> const in{{-1, -1}, {1, 1}};
    auto const x = ctnn::verify::difference_bounds(a, ctnn::convert<fixed>(a), in);
    auto const y = ctnn::verify::difference_bounds(b, ctnn::convert<fixed>(b), in);
    CHECK(x[0].lower == y[0].lower);
    CHECK(x[0].upper == y[0].upper);
    CHECK(static_cast<double>(y[0].upper) < 0.1);
}

TEST_CASE("the range of straight pieces holds what the program computes at their joints",
          "[verify]") {
    seeded::random_numbers random(32);
    int outside = 0;
    for (std::size_t i = 0; i < 5'000; ++i) {
        double const a = random(-1, 1), width = std::array{1e-7, 1e-3, 1.0}[i % 3];
        float const low = static_cast<float>(i % 2 == 0 ? 0.3 - width * random(0, 1) : a);
        float const high = low + static_cast<float>(2 * width * random(0, 1));
        auto const y = activation_range<tent>::of(interval<float>{low, high});
        auto const look = [&](float x) {
            outside += low <= x && x <= high && !y.contains(tent::value(x));
        };
        for (int k = 0; k < 8; ++k)
            look(low + (high - low) * static_cast<float>(random(0, 1)));
        for (float x = 0.2999999f; x < 0.3000001f; x = std::nextafter(x, 1.0f))
            look(x);
        auto const slopes = derivative_range<tent>::of<float>(
            {static_cast<double>(low), static_cast<double>(high)});
        outside += !(slopes.lower == (high >= 0.3f ? -2 : 0.5)) && std::abs(high - 0.3f) > 1e-6f;
        outside += !(slopes.upper == (low <= 0.3f ? 0.5 : -2)) && std::abs(low - 0.3f) > 1e-6f;
    }
    CHECK(outside == 0);
    CHECK(activation_range<tent>::of(interval<double>{0, 1}).upper >= 0.15);
}

TEST_CASE("a user's function with a minimum and a maximum lies in its bounds", "[verify]") {
    seeded::random_numbers random(33);
    int outside = 0, level = 0;
    for (std::size_t i = 0; i < 5'000; ++i) {
        double const low = random(-5, 4);
        double const high = low + std::array{1e-6, 0.1, 1.0, 5.0}[i % 4] * random(0, 1);
        auto const y = activation_range<bump>::of(interval<double>{low, high});
        auto const lines = detail::lines_of<bump>::between<double>(low, high);
        auto const slopes = derivative_range<bump>::of<double>({low, high});
        level += lines.low_slope == 0;
        for (int k = 0; k < 16; ++k) {
            double const x = k == 0 ? low : k == 1 ? high : low + (high - low) * random(0, 1);
            auto const real = static_cast<long double>(x);
            long double const exact = real / (1 + real * real);
            outside += !y.contains(bump::value(x));
            outside += lines.low_slope * x + lines.low_intercept > static_cast<double>(exact);
            outside += lines.high_slope * x + lines.high_intercept < static_cast<double>(exact);
            long double const slope = (1 - real * real) / ((1 + real * real) * (1 + real * real));
            outside += !slopes.contains(static_cast<double>(slope));
        }
    }
    CHECK(outside == 0);
    CHECK(level < 2'000);
    CHECK(activation_range<bump>::of(interval<double>{-2, 2}).lower > -0.5000001);
    CHECK(activation_range<bump>::of(interval<double>{0.5, 2}).upper > 0.4999999);
}

TEST_CASE("the range of a user's function in fixed point holds what it computes", "[verify]") {
    using fixed = ctnn::fixed_point<4, 3>;
    int outside = 0, widest = 0;
    for (int low = -30; low < 30; ++low)
        for (int high = low; high < 30; ++high) {
            auto const at = [](int raw) { return fixed::from_raw(static_cast<std::int8_t>(raw)); };
            auto const y = activation_range<bump>::of(interval<fixed>{at(low), at(high)});
            int least = 127, most = -128;
            for (int raw = low; raw <= high; ++raw) {
                least = std::min(least, int{bump::value(at(raw)).raw});
                most = std::max(most, int{bump::value(at(raw)).raw});
            }
            outside += least < y.lower.raw || most > y.upper.raw;
            widest = std::max({widest, least - y.lower.raw, y.upper.raw - most});
        }
    CHECK(outside == 0);
    CHECK(widest <= 5);
}
