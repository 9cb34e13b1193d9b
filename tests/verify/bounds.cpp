#include <ctnn/layer/dense.hpp>
#include <ctnn/network/network.hpp>
#include <ctnn/verify/bounds.hpp>

#include <array>
#include <cstddef>
#include <ctnn/activation/gelu.hpp>
#include <ctnn/activation/relu.hpp>
#include <ctnn/activation/sigmoid.hpp>
#include <ctnn/activation/silu.hpp>
#include <ctnn/activation/softmax.hpp>
#include <ctnn/activation/tanh.hpp>
#include <ctnn/initializer/uniform.hpp>
#include <ctnn/network/initialize.hpp>
#include <limits>

#include "../catch.hpp"
#include "../soundness/nets.hpp"
#include "../support/compare.hpp"

namespace {

using ctnn::box;
using ctnn::interval;

template <class T, class... Layers>
using net = ctnn::network<T, Layers...>;

// By hand: v = (x - y + 1, 2 y) over [0, 1]^2, then relu, then their difference.
using by_hand = net<double, ctnn::input<2>, ctnn::dense<2, ctnn::relu>, ctnn::dense<1>>;
constexpr by_hand small{{{{1, 0}, {-1, 2}}, {1, 0}}, {{{1}, {-1}}, {0}}};
constexpr auto hand = ctnn::bounds(small, box<double, 2>{{0, 0}, {1, 1}});
static_assert(hand[0].lower == -2 && hand[0].upper == 2);
static_assert(ctnn::bounds(small, box<double, 2>{{0, 0}, {0, 0}})[0].lower == 1);

// Nothing is known of a box that is none, and of what overflows; not even where the last activation
// would be bounded.
template <std::size_t Size>
constexpr bool knows_nothing(std::array<interval<double>, Size> const& y) {
    for (auto const& bound : y)
        if (bound.lower > -std::numeric_limits<double>::infinity() ||
            bound.upper < std::numeric_limits<double>::infinity())
            return false;
    return true;
}
constexpr double no_number = std::numeric_limits<double>::quiet_NaN();
static_assert(knows_nothing(ctnn::bounds(small, box<double, 2>{{1, 0}, {0, 1}})));
static_assert(knows_nothing(ctnn::bounds(small, box<double, 2>{{0, no_number}, {1, 1}})));
static_assert(knows_nothing(ctnn::bounds(small, box<double, 2>{{0, 0}, {no_number, 1}})));

// A layer of one's own runs its code on intervals.
struct scale {
    template <ctnn::concepts::scalar Scalar, std::size_t Inputs>
    struct bound {
        static constexpr std::size_t output_size = Inputs;
        using values = std::array<Scalar, Inputs>;
        struct parameters {
            values factors{};
        };
        static constexpr values forward(parameters const& p, values const& x) {
            values y{};
            for (std::size_t i = 0; i < Inputs; ++i)
                y[i] = p.factors[i] * x[i];
            return y;
        }
        static constexpr values backward(parameters const& p, values const&, values const& dv) {
            return forward(p, dv);
        }
        static constexpr void accumulate_gradient(parameters const&, values const& x,
                                                  values const& dv, parameters& gradient) {
            for (std::size_t i = 0; i < Inputs; ++i)
                gradient.factors[i] += dv[i] * x[i];
        }
    };
};
constexpr net<double, ctnn::input<2>, scale, ctnn::tanh> scaled{{{-2, 3}}};
constexpr auto scaled_bounds = ctnn::bounds(scaled, box<double, 2>{{0, 0}, {1, 0}});
static_assert(scaled_bounds[0].lower < -0.96 && scaled_bounds[0].upper < 1e-100);

// The same code on a network of intervals, where no activation compares.
constexpr net<interval<double>, ctnn::input<2>, ctnn::dense<2>> of_intervals{
    {{{interval(1.0, 1.0), interval(0.0, 0.0)}, {interval(-1.0, -1.0), interval(2.0, 2.0)}},
     {interval(1.0, 1.0), interval(0.0, 0.0)}}};
static_assert(of_intervals({interval(0.0, 1.0), interval(0.0, 1.0)})[0].upper == 2);

// A dense layer's ends are what the kernel computes at the corners, to the last bit and in each of its
// orders of summation: for output j, the corner that its weights point to.
template <class T, std::size_t Inputs, std::size_t Outputs>
void check_attained() {
    using layer = net<T, ctnn::input<Inputs>, ctnn::dense<Outputs>>;
    soundness::draw random(static_cast<std::uint32_t>(1000 * Inputs + Outputs));
    for (int k = 0; k < 20; ++k) {
        auto const one = soundness::network<layer>(random);
        auto const in = soundness::box<T, Inputs>(random);
        auto const y = ctnn::bounds(one, in);
        for (std::size_t j = 0; j < Outputs; ++j) {
            std::array<T, Inputs> low{}, high{};
            for (std::size_t i = 0; i < Inputs; ++i) {
                bool const falls = one.template layer<0>().weights[i][j] < 0;
                low[i] = falls ? in.upper[i] : in.lower[i];
                high[i] = falls ? in.lower[i] : in.upper[i];
            }
            CHECK(y[j].lower == one(low)[j]);
            CHECK(y[j].upper == one(high)[j]);
        }
    }
}

// The compiler's form of a sum and the machine's.
using several = net<float, ctnn::input<5>, ctnn::dense<7, ctnn::tanh>, ctnn::dense<130, ctnn::relu>,
                    ctnn::dense<9, ctnn::gelu>, ctnn::dense<3, ctnn::softmax>>;
constexpr several some = ctnn::initialize<several>(ctnn::uniform{-0.5, 0.5}, 3);
constexpr auto some_box = box<float, 5>::around({0.1f, -0.2f, 0.3f, 0.7f, -0.9f}, 0.05f);
constexpr auto in_a_constant = ctnn::bounds(some, some_box);

} // namespace

TEMPLATE_TEST_CASE("the bounds of a dense layer are attained", "[verify]", float, double) {
    check_attained<TestType, 1, 1>();
    check_attained<TestType, 2, 3>();
    check_attained<TestType, 3, 1>();
    check_attained<TestType, 4, 2>();
    check_attained<TestType, 5, 9>();
    check_attained<TestType, 9, 1>();
    check_attained<TestType, 9, 8>();
    check_attained<TestType, 64, 3>();
    check_attained<TestType, 131, 5>();
    check_attained<TestType, 11, 128>();
    check_attained<TestType, 300, 9>();
}

TEST_CASE("bounds have the same bits in a constant and on the machine", "[verify]") {
    auto const y = ctnn::bounds(compare::opaque(some), compare::opaque(some_box));
    CHECK(compare::same_bits(y, in_a_constant));
    CHECK(y[0].lower > 0);
    CHECK(y[0].upper < 1);
}

TEST_CASE("what overflows is not known, whatever comes after it", "[verify]") {
    using model = net<double, ctnn::input<1>, ctnn::dense<2>, ctnn::dense<1, ctnn::sigmoid>>;
    model large{};
    large.layer<0>().weights[0][0] = large.layer<0>().weights[0][1] = 1e300;
    large.layer<1>().weights[0][0] = 1, large.layer<1>().weights[1][0] = -1;
    CHECK(is_finite(ctnn::bounds(large, box<double, 1>{{0}, {1}})[0]));
    CHECK(knows_nothing(ctnn::bounds(large, box<double, 1>{{0}, {1e10}})));
    large.layer<0>().weights[0][0] = no_number;
    CHECK(knows_nothing(ctnn::bounds(large, box<double, 1>{{0}, {1}})));
    large.layer<0>().weights[0][0] = std::numeric_limits<double>::infinity();
    CHECK(knows_nothing(ctnn::bounds(large, box<double, 1>{{0}, {0}})));
}

TEST_CASE("wide boxes have wide bounds, and boxes in boxes bounds in bounds", "[verify]") {
    using model = net<float, ctnn::input<3>, ctnn::dense<5, ctnn::silu>, ctnn::dense<2>>;
    soundness::draw random(5);
    for (int k = 0; k < 200; ++k) {
        auto const one = soundness::network<model>(random);
        auto const outer = soundness::box<float, 3>(random);
        box<float, 3> const inner{soundness::point(random, outer), outer.upper};
        auto const y = ctnn::bounds(one, outer), z = ctnn::bounds(one, inner);
        for (std::size_t j = 0; j < 2; ++j) {
            CHECK(y[j].lower <= z[j].lower);
            CHECK(z[j].upper <= y[j].upper);
        }
    }
}
