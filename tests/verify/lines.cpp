#include <ctnn/verify/detail/linear/lines.hpp>

#include <array>
#include <cmath>
#include <cstddef>
#include <ctnn/activation/celu.hpp>
#include <ctnn/activation/elu.hpp>
#include <ctnn/activation/gelu.hpp>
#include <ctnn/activation/hard_sigmoid.hpp>
#include <ctnn/activation/hard_swish.hpp>
#include <ctnn/activation/hard_tanh.hpp>
#include <ctnn/activation/leaky_relu.hpp>
#include <ctnn/activation/log_sigmoid.hpp>
#include <ctnn/activation/mish.hpp>
#include <ctnn/activation/relu.hpp>
#include <ctnn/activation/relu6.hpp>
#include <ctnn/activation/selu.hpp>
#include <ctnn/activation/sigmoid.hpp>
#include <ctnn/activation/silu.hpp>
#include <ctnn/activation/softplus.hpp>
#include <ctnn/activation/softsign.hpp>
#include <ctnn/activation/tanh.hpp>

#include "../catch.hpp"
#include "../soundness/nets.hpp"
#include "../soundness/real_network.hpp"

namespace {

namespace detail = ctnn::verify::detail;

// A tenth is no float: the ends lie beyond it.
constexpr auto tenths = detail::outward<float>(0.1, 0.2);
static_assert(static_cast<double>(tenths.lower) < 0.1 && static_cast<double>(tenths.upper) > 0.2);
constexpr auto minus_tenths = detail::outward<float>(-0.3, -0.1);
static_assert(static_cast<double>(minus_tenths.lower) < -0.3 &&
              static_cast<double>(minus_tenths.upper) > -0.1);
static_assert(detail::outward<float>(0.25, 0.5).lower == 0.25f &&
              detail::outward<float>(0.25, 0.5).upper == 0.5f);

struct tally {
    int beyond = 0;
    long double widest = 0; // of what is between two lines, beside the square of the width
};

// What the program computes, and the real function, lies between the lines: at random numbers of every
// width, and at all of some 30 neighbours.
template <class T, class Activation>
tally try_lines(std::uint32_t seed, double least, double most) {
    using function = soundness::real_activation<Activation, T>;
    soundness::draw random(seed);
    tally found;
    for (int k = 0; k < 3000; ++k) {
        double const reach = std::array{1e-6, 1e-2, 0.3, 2.0, 9.0, 1e3}[random.below(6)];
        double const l = random.between(least, most), u = l + random.between(0, reach);
        detail::lines const y = detail::lines_of<Activation>::template between<T>(l, u);
        auto const check = [&](long double x, long double value) {
            auto const line = [x](double slope, double intercept) {
                return static_cast<long double>(slope) * x + static_cast<long double>(intercept);
            };
            found.beyond += !(line(y.low_slope, y.low_intercept) <= value);
            found.beyond += !(value <= line(y.high_slope, y.high_intercept));
        };
        for (int i = 0; i < 32; ++i) {
            double const inside = i == 0 ? l : i == 1 ? u : random.between(l, u);
            long double const x = static_cast<long double>(inside);
            check(x, function::value(x));
            T const as_program = static_cast<T>(inside);
            if (l <= static_cast<double>(as_program) && static_cast<double>(as_program) <= u)
                check(static_cast<long double>(as_program),
                      static_cast<long double>(Activation::value(as_program)));
        }
        long double const width = static_cast<long double>(u - l);
        for (double const x : {l, u})
            if (reach < 1)
                found.widest = std::max(
                    found.widest, static_cast<long double>((y.high_slope - y.low_slope) * x +
                                                           y.high_intercept - y.low_intercept) -
                                      width * width);
    }
    return found;
}

template <class Activation>
void check_lines(double least, double most, bool is_narrow) {
    auto const floats = try_lines<float, Activation>(91, least, most);
    auto const doubles = try_lines<double, Activation>(92, least, most);
    CHECK(floats.beyond == 0);
    CHECK(doubles.beyond == 0);
    if (is_narrow) {
        CHECK(floats.widest < 1e-4l);
        CHECK(doubles.widest < 1e-6l);
    }
}

} // namespace

TEMPLATE_TEST_CASE("activations of linear pieces lie between their lines", "[verify]", ctnn::relu,
                   ctnn::leaky_relu, (ctnn::basic_leaky_relu<0.7>), (ctnn::basic_leaky_relu<-0.5>),
                   ctnn::hard_tanh, ctnn::hard_sigmoid, ctnn::relu6) {
    check_lines<TestType>(-4, 3, false);
}

// Over a width w, what is between the lines is no more than w^2: they follow the function.
TEMPLATE_TEST_CASE("smooth activations lie between lines that follow them", "[verify]",
                   ctnn::softplus, ctnn::elu, ctnn::silu, ctnn::gelu, ctnn::mish, ctnn::celu,
                   ctnn::log_sigmoid, (ctnn::basic_celu<2.0>)) {
    check_lines<TestType>(-6, 5, true);
}

TEMPLATE_TEST_CASE("other activations lie between their lines", "[verify]", ctnn::sigmoid,
                   ctnn::tanh, (ctnn::basic_elu<0.5>), (ctnn::basic_elu<1.5>),
                   (ctnn::basic_elu<-0.5>), ctnn::selu, ctnn::softsign, ctnn::hard_swish) {
    check_lines<TestType>(-6, 5, false);
}

// Below 6 it is relu.
static_assert([] {
    auto const a = detail::lines_of<ctnn::relu6>::between<float>(-1, 3);
    auto const b = detail::lines_of<ctnn::relu>::between<float>(-1, 3);
    return a.high_slope == b.high_slope && a.low_slope == b.low_slope &&
           a.high_intercept == b.high_intercept &&
           detail::lines_of<ctnn::relu6>::between<float>(-1, 7).high_slope == 0;
}());
