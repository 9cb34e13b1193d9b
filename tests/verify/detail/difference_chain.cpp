// What the difference of two networks is charged for, as a value: where weights and biases are the same on both sides,
// nothing but roundings is left, and their sum can be written down.

#include <array>
#include <cmath>
#include <cstddef>
#include <ctnn/activation/relu.hpp>
#include <ctnn/activation/sigmoid.hpp>
#include <ctnn/layer/dense.hpp>
#include <ctnn/network/convert.hpp>
#include <ctnn/network/network.hpp>
#include <ctnn/number/fixed_point.hpp>
#include <ctnn/verify/difference_bounds.hpp>
#include <limits>

#include "../../catch.hpp"
#include "../fixed_point_oracle.hpp"

namespace {

using real = long double;

// How far apart any two numbers of some intervals can be.
using intervals = ctnn::verify::detail::real_intervals<3>;
static_assert(ctnn::verify::detail::spread(intervals{{{-5, 0}, {1, 2}, {0, 1}}}) == 7);
static_assert(ctnn::verify::detail::spread(intervals{{{1, 2}, {0, 1}, {-5, 0}}}) == 7);
static_assert(ctnn::verify::detail::spread(intervals{{{0, 9}, {-1, 1}, {1, 2}}}) == 10);
static_assert(ctnn::verify::detail::spread(intervals{{{2, 2}, {2, 2}, {2, 2}}}) == 0);

template <class T, class Activation>
using layer = ctnn::network<T, ctnn::input<3>, ctnn::dense<2, Activation>>;

// Before the activation, of inputs from -1 to 1: each is off by half a step where it is converted, the sum of the
// fixed side by half a step, that of the other side by its roundings (Higham, 3.1).
struct charge {
    real difference, most; // most: the largest sum
};
template <class Network, class Fixed>
charge of_sum(Network const& net, std::size_t j) {
    using T = typename Network::scalar;
    real const half = 0.5l / static_cast<real>(std::int64_t{1} << Fixed::fraction_bits);
    auto const& p = net.template layer<0>();
    real weights = 0;
    for (std::size_t i = 0; i < 3; ++i)
        weights += std::abs(static_cast<real>(p.weights[i][j]));
    real const magnitude = weights + std::abs(static_cast<real>(p.biases[j]));
    real const epsilon = static_cast<real>(std::numeric_limits<T>::epsilon());
    return {weights * half + half + 1.01l * 5 * epsilon / 2 * magnitude,
            weights + static_cast<real>(p.biases[j])};
}

// `after`: what the activation makes of the charge of a sum.
template <class T, class Fixed, class Activation, class After>
void check(After const& after) {
    using network = layer<T, Activation>;
    every_input::draws from{5};
    for (int k = 0; k < 30; ++k) {
        network net{};
        auto& p = net.template layer<0>();
        for (std::size_t i = 0; i < 3; ++i)
            for (std::size_t j = 0; j < 2; ++j)
                p.weights[i][j] =
                    static_cast<T>(from.from(1, 16) * (from.from(0, 1) * 2 - 1)) / T(32);
        for (std::size_t j = 0; j < 2; ++j)
            p.biases[j] = static_cast<T>(from.from(-2, 2)) / T(32);
        auto const fixed = ctnn::convert<Fixed>(net);
        auto const apart = ctnn::verify::difference_bounds(
            net, fixed, ctnn::box<T, 3>{{T(-1), T(-1), T(-1)}, {T(1), T(1), T(1)}});
        real const step = 1 / static_cast<real>(std::int64_t{1} << Fixed::fraction_bits);
        real const epsilon = static_cast<real>(std::numeric_limits<T>::epsilon());
        charge const sums[2]{of_sum<network, Fixed>(net, 0), of_sum<network, Fixed>(net, 1)};
        for (std::size_t j = 0; j < 2; ++j) {
            real const wanted = after(sums, j, step, epsilon);
            INFO(k << ": " << apart[j].upper << ", not " << static_cast<double>(wanted));
            CHECK(static_cast<real>(apart[j].upper) >= wanted * 0.9999l);
            CHECK(static_cast<real>(apart[j].upper) <= wanted * 1.0001l + 1e-13l);
            CHECK(-static_cast<real>(apart[j].lower) >= wanted * 0.9999l);
            CHECK(-static_cast<real>(apart[j].lower) <= wanted * 1.0001l + 1e-13l);
        }
    }
}

// (The steps of the first are far above the roundings of float, those of the second below.)
template <class T, class Activation, class After>
void check_both(After const& after) {
    check<T, ctnn::fixed_point<3, 12>, Activation>(after);
    check<T, ctnn::fixed_point<7, 24>, Activation>(after);
}

} // namespace

TEST_CASE("a difference is charged for each rounding of both sides", "[verify]") {
    auto const sum_alone = [](charge const* of, std::size_t j, real, real) {
        return of[j].difference;
    };
    check_both<float, ctnn::identity>(sum_alone);
    check_both<double, ctnn::identity>(sum_alone);
    check_both<float, ctnn::relu>(sum_alone);
    // Slope, own errors (docs/elementary_functions.md, docs/fixed_point.md).
    check_both<float, ctnn::sigmoid>([](charge const* of, std::size_t j, real step, real epsilon) {
        real const largest = 1 / (1 + std::exp(-of[j].most)); // (of the values)
        return 0.25l * of[j].difference + 0.78l * step + 3 * epsilon * largest;
    });
}
