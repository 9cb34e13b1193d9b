#include <ctnn/layer/dense.hpp>
#include <ctnn/network/network.hpp>
#include <ctnn/verify/detail/linear/forward_functions.hpp>

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <ctnn/activation/gelu.hpp>
#include <ctnn/activation/leaky_relu.hpp>
#include <ctnn/activation/relu.hpp>
#include <ctnn/activation/softmax.hpp>
#include <ctnn/activation/softplus.hpp>
#include <ctnn/activation/tanh.hpp>
#include <ctnn/initializer/uniform.hpp>
#include <ctnn/network/initialize.hpp>
#include <ctnn/verify/linear_bounds.hpp>

#include "../catch.hpp"
#include "../soundness/nets.hpp"
#include "../support/compare.hpp"
#include "../support/random_numbers.hpp"
#include "crown_oracle.hpp"
#include "forward_oracle.hpp"
#include "oracle_bounds.hpp"

namespace {

using ctnn::box, ctnn::dense, ctnn::input, ctnn::relu;
using namespace ctnn::verify::detail;

template <class T, class... Layers>
using net = ctnn::network<T, Layers...>;

// The same activation, but a network of it has no functions that are carried forward.
template <class Activation>
struct twin : Activation {};

} // namespace

namespace ctnn::verify {
template <class Activation>
struct activation_range<twin<Activation>> : activation_range<Activation> {};
} // namespace ctnn::verify

namespace ctnn::verify::detail {
template <class Activation>
struct lines_of<twin<Activation>> : lines_of<Activation> {};
template <class T, class First, std::size_t Size, class Activation, class... Others>
inline constexpr bool
    has_forward_functions<ctnn::network<T, First, ctnn::dense<Size, twin<Activation>>, Others...>> =
        false;
} // namespace ctnn::verify::detail

namespace {

template <class T, class A>
using deep = net<T, input<3>, dense<9, A>, dense<9, A>, dense<9, A>, dense<2>>;
template <class T, class A>
using deeper = net<T, input<4>, dense<12, A>, dense<12, A>, dense<12, A>, dense<12, A>, dense<2>>;
static_assert(has_forward_functions<deep<double, relu>>);
static_assert(!has_forward_functions<deep<double, twin<relu>>>);
static_assert(!has_forward_functions<net<float, input<9>, dense<3>, dense<3>, dense<3>, dense<1>>>);
static_assert(!has_forward_functions<net<float, input<2>, dense<3>, dense<3>, dense<1>>>);

// How far the bounds of all neurons are from those written down.
template <class Chain>
double distance(Chain const& chain, double const*& row) {
    double furthest = 0;
    if constexpr (requires { chain.before; }) {
        furthest = distance(chain.before, row);
        for (std::size_t j = 0; j < Chain::outputs; ++j, row += 2)
            furthest = std::max(
                {furthest, std::abs(chain.low[j] - row[0]), std::abs(chain.high[j] - row[1])});
    }
    return furthest;
}

template <class Model, std::size_t Rows, std::size_t Columns>
void check_neurons(double const (&rows)[Rows][Columns], std::uint32_t seed) {
    oracle_nets::for_each_box<Model>(
        rows, seed, [](auto const& one, auto const& in, double const* row) {
            linear_chain<Model, static_cast<int>(Model::depth) - 1> const chain(one, in,
                                                                                refined::all);
            double const* expected = row;
            CHECK(distance(chain, expected) < 1e-9);
            CHECK(expected == row + Columns);
        });
}

// Against the bounds of relaxation backwards alone.
struct comparison {
    int count = 0, wider = 0, tighter = 0, known = 0;
    double ratios = 0;

    template <class Model, class Twin>
    void add(std::uint32_t seed, int networks) {
        soundness::draw random(seed);
        for (int k = 0; k < networks; ++k) {
            auto const one = soundness::network<Model>(random);
            auto const other = std::bit_cast<Twin>(one);
            for (int boxes = 0; boxes < 4; ++boxes) {
                auto const in = soundness::box<double, Model::input_size>(random);
                auto const y = ctnn::linear_bounds(one, in), z = ctnn::linear_bounds(other, in);
                for (std::size_t j = 0; j < Model::output_size; ++j) {
                    known += is_finite(y[j]) && is_finite(z[j]);
                    double const size = std::max(std::abs(z[j].lower), std::abs(z[j].upper));
                    double const below = z[j].lower - y[j].lower, above = y[j].upper - z[j].upper;
                    ++count;
                    wider += std::max(below, above) > 1e-9 * size;
                    tighter += std::min(below, above) < -1e-9 * size;
                    double const width = z[j].upper - z[j].lower;
                    ratios += width > 1e-9 * size ? (y[j].upper - y[j].lower) / width : 1;
                }
            }
        }
    }
};

template <class A>
comparison compared() {
    comparison all;
    all.add<deep<double, A>, deep<double, twin<A>>>(1, 200);
    all.add<deeper<double, A>, deeper<double, twin<A>>>(2, 200);
    return all;
}

template <class T>
using mixed = net<T, input<3>, dense<6, ctnn::gelu>, dense<70>, relu, dense<7, ctnn::tanh>,
                  dense<4, ctnn::softmax>, dense<5, ctnn::leaky_relu>, dense<3>>;
template <class T>
constexpr auto drawn = ctnn::initialize<mixed<T>>(ctnn::uniform{-0.5, 0.5}, 4);
template <class T>
constexpr auto some_box = box<T, 3>::around({T(0.1), T(-0.2), T(0.3)}, T(0.25));
template <class T>
constexpr auto in_a_constant = ctnn::linear_bounds(drawn<T>, some_box<T>);

constexpr auto bent = ctnn::initialize<deeper<float, relu>>(ctnn::uniform{-1, 1}, 5);
constexpr auto bent_box = box<float, 4>::around({0.5f, -0.25f, 0.75f, 0.125f}, 0.2f);
constexpr auto bent_in_a_constant = ctnn::linear_bounds(bent, bent_box);

} // namespace

using oracle_nets::net_1, oracle_nets::net_2;

TEST_CASE("bounds with functions that are carried forward are those of numpy", "[verify]") {
    oracle_nets::check_bounds<net_1<relu>>(forward_oracle::net_1, 101);
    oracle_nets::check_bounds<net_2<relu>>(forward_oracle::net_2, 102);
}

TEST_CASE("without them the same networks have the bounds of CROWN", "[verify]") {
    oracle_nets::check_bounds<net_1<twin<relu>>>(crown_oracle::net_1, 101);
    oracle_nets::check_bounds<net_2<twin<relu>>>(crown_oracle::net_2, 102);
}

TEST_CASE("the bounds of all neurons are those of numpy", "[verify]") {
    check_neurons<net_1<relu>>(forward_oracle::neurons_1, 101);
    check_neurons<net_2<relu>>(forward_oracle::neurons_2, 102);
}

// Not always: bounds that are tighter may choose relu's other line, which may be worse further on.
TEST_CASE("functions that are carried forward make bounds tighter", "[verify]") {
    for (comparison const& one : {compared<relu>(), compared<ctnn::leaky_relu>(),
                                  compared<ctnn::tanh>(), compared<ctnn::softplus>()}) {
        CHECK(one.count == 3200);
        CHECK(one.known == one.count);
        CHECK(one.wider * 100 <= one.count);
        CHECK(one.tighter >= one.wider);
        CHECK(one.ratios <= one.count);
    }
    CHECK(compared<relu>().tighter > 100);
}

TEST_CASE("forward functions have the same bits in a constant and on the machine", "[verify]") {
    CHECK(compare::same_bits(
        ctnn::linear_bounds(compare::opaque(drawn<float>), compare::opaque(some_box<float>)),
        in_a_constant<float>));
    CHECK(compare::same_bits(
        ctnn::linear_bounds(compare::opaque(drawn<double>), compare::opaque(some_box<double>)),
        in_a_constant<double>));
    auto const y = ctnn::linear_bounds(compare::opaque(bent), compare::opaque(bent_box));
    CHECK(compare::same_bits(y, bent_in_a_constant));
    CHECK(is_finite(y[0]));
}

// 16 additions of 1 to 2^24 that all round away, and a layer after them that shows it.
TEST_CASE("forward functions hold roundings that all go one way", "[verify]") {
    net<float, input<1>, dense<64>, dense<1, relu>, dense<1, relu>, dense<1>> first{};
    net<float, input<1>, dense<1>, dense<64, relu>, dense<1, relu>, dense<1>> second{};
    second.layer<0>().weights[0][0] = 1;
    for (std::size_t i = 0; i < 64; ++i) {
        first.layer<0>().weights[0][i] = second.layer<1>().weights[0][i] = 1;
        first.layer<1>().weights[i][0] = second.layer<2>().weights[i][0] = 1;
    }
    first.layer<1>().biases[0] = second.layer<2>().biases[0] = 0x1p24f;
    first.layer<2>().weights[0][0] = first.layer<3>().weights[0][0] = 1;
    first.layer<2>().biases[0] = second.layer<3>().biases[0] = -0x1p24f;
    second.layer<3>().weights[0][0] = 1;
    box<float, 1> const one{{1}, {1}};
    REQUIRE(first({1.0f})[0] == 48);
    REQUIRE(second({1.0f})[0] == 48);
    CHECK(ctnn::linear_bounds(first, one)[0].contains(48));
    CHECK(ctnn::linear_bounds(first, one)[0].contains(64));
    CHECK(ctnn::linear_bounds(second, one)[0].contains(48));
    CHECK(ctnn::linear_bounds(second, one)[0].contains(64));
}

long double exactly(double x) {
    return static_cast<long double>(x);
}

// Without a place for them, half of all sums would be on the wrong side.
TEST_CASE("forward functions hold their own roundings", "[verify]") {
    constexpr std::size_t slopes = 3, size = 5;
    constexpr double error = own_error<slopes, size>;
    seeded::random_numbers numbers(6);
    auto const random = [&](double a = -1, double b = 1) { return numbers(a, b) / 3; };
    auto const at = [](neuron_rows<slopes, size> const& of, std::size_t first, std::size_t j,
                       std::array<int, slopes> const& t) {
        long double sum = exactly(of.row(first)[j]);
        for (std::size_t k = 0; k < slopes; ++k)
            sum += exactly(of.row(first + 1 + k)[j]) * t[k];
        return sum;
    };
    int outside = 0, exact = 0;
    for (int trial = 0; trial < 500; ++trial) {
        neuron_rows<slopes, size> of{};
        rows_of_lines<size> y{};
        for (std::size_t j = 0; j < size; ++j) {
            of.row(of.radius)[j] = 1e9;
            of.row(of.d)[j] = random(3, 4);
            of.row(of.c)[j] = random() * 10;
            for (std::size_t k = 1; k <= slopes; ++k)
                of.row(of.c + k)[j] = random(), of.row(of.d + k)[j] = random();
            double const a = random(), b = random(-2, 2), at_0 = random(-1, 0);
            y.set(j, {a, at_0, b, 100 + random()});
        }
        bounds_of_functions<slopes, size> found{};
        found.find(of, apart::by_functions, error);
        auto const before = of;
        pass_lines<chunk, chunk_lanes>(y, found.size, error, apart::by_functions,
                                       apart::by_functions, of);
        for (std::size_t j = 0; j < size; ++j) {
            long double least = 1e9L, most = -1e9L;
            for (unsigned corner = 0; corner < 8; ++corner) {
                std::array<int, slopes> t{};
                for (std::size_t k = 0; k < slopes; ++k)
                    t[k] = (corner >> k & 1u) != 0 ? 1 : -1;
                long double const c = at(before, of.c, j, t), d = at(before, of.d, j, t);
                least = std::min(least, c - d), most = std::max(most, c + d);
                long double const a = exactly(y.low_slope[j]), b = exactly(y.high_slope[j]);
                long double const low = a * c - std::abs(a) * d + exactly(y.low_intercept[j]);
                long double const high = b * c + std::abs(b) * d + exactly(y.high_intercept[j]);
                long double const c_behind = at(of, of.c, j, t), d_behind = at(of, of.d, j, t);
                outside += !(c_behind - d_behind <= low) + !(c_behind + d_behind >= high);
                exact += c_behind - d_behind > low - 1e-10L;
            }
            outside += !(exactly(found.low[j]) <= least) + !(exactly(found.high[j]) >= most);
            exact += exactly(found.low[j]) > least - 1e-10L;
        }
    }
    CHECK(outside == 0);
    CHECK(exact == 9 * 500 * 5);
}
