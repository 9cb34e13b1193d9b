// Boxes of one input: each verdict is what computing it tells, and the margin is by how much.

#include <array>
#include <cmath>
#include <cstddef>
#include <ctnn/activation/hard_sigmoid.hpp>
#include <ctnn/activation/relu.hpp>
#include <ctnn/activation/silu.hpp>
#include <ctnn/activation/softmax.hpp>
#include <ctnn/activation/tanh.hpp>
#include <ctnn/layer/dense.hpp>
#include <ctnn/network/network.hpp>
#include <ctnn/number/fixed_point.hpp>
#include <ctnn/number/next_below.hpp>
#include <ctnn/verify/class_is.hpp>
#include <ctnn/verify/output_within.hpp>
#include <ctnn/verify/prove.hpp>
#include <ctnn/verify/robust.hpp>
#include <type_traits>

#include "../catch.hpp"
#include "fixed_point_oracle.hpp"

namespace {

namespace verify = ctnn::verify;
using real = long double;

template <class T>
T drawn_number(every_input::draws& from) {
    double const value = from.from(-20'000, 20'000) / 16'384.0;
    return static_cast<T>(value);
}

template <class Network>
Network drawn_network(every_input::draws& from) {
    using T = typename Network::scalar;
    Network net{};
    ctnn::detail::for_each_block(
        [&](auto to) {
            for (std::size_t i = 0; i < decltype(to)::size; ++i)
                to.data[i] = drawn_number<T>(from);
        },
        net);
    return net;
}

// The sum of a constraint, exactly enough: 64 bits for two products of numbers of at most 24.
template <class Constraint, class Output>
real sum_of(Constraint const& of, Output const& y) {
    real sum = static_cast<real>(of.constant);
    for (std::size_t j = 0; j < y.size(); ++j)
        sum += static_cast<real>(of.coefficients[j]) * static_cast<real>(static_cast<double>(y[j]));
    return sum;
}

template <class T>
T smallest_step(T y) {
    if constexpr (requires { y.raw; })
        return T::from_raw(1);
    else
        return y - ctnn::number::next_below(y);
}

template <class Network>
void check(std::uint64_t seed) {
    using T = typename Network::scalar;
    every_input::draws from{seed};
    int proven = 0, violated = 0, equal = 0;
    for (int k = 0; k < 300; ++k) {
        auto const net = drawn_network<Network>(from);
        std::array<T, 2> const x{drawn_number<T>(from), drawn_number<T>(from)};
        auto const y = net(x);
        ctnn::box<T, 2> const in{x, x};
        // (y0 + a y1 + b > 0 or y1 + c > 0) and 2 y0 + d > 0; now and then a sum that is 0 exactly.
        auto const number = [&] { return from.from(-64, 64) / 32.0; };
        verify::condition<2, 2, 2> wanted{};
        wanted.rows[0][0] = {{1, number()}, number()};
        wanted.rows[0][1] = {{0, 1}, number()};
        wanted.rows[1][0] = wanted.rows[1][1] = {{2, 0}, number() + 2};
        // The closest calls: a sum that is 0, which may suffice, and one that is above 0 by a last place.
        double const y0 = static_cast<double>(y[0]);
        bool const is_zero = k % 3 == 0, suffices = k % 2 == 0, is_close = k % 3 == 1;
        if (is_zero || is_close) {
            double const below = static_cast<double>(y[0] - smallest_step(y[0]));
            wanted.rows[1][0] = {{2, 0}, is_zero ? -2 * y0 : -2 * below, suffices};
            wanted.rows[1][1] = wanted.rows[1][0];
            wanted.rows[0][0] = {{0, 0}, 1}; // holds
        }
        equal += is_zero && !suffices;
        real const first = std::max(sum_of(wanted.rows[0][0], y), sum_of(wanted.rows[0][1], y));
        real const least = std::min(first, sum_of(wanted.rows[1][0], y));
        auto const verdict = verify::prove(net, in, wanted);
        INFO(k << ": " << static_cast<double>(least));
        CHECK(verdict.boxes == 1);
        bool const holds = least > 0 || (least == 0 && is_zero && suffices);
        CHECK(verdict.proven() == holds);
        CHECK(verdict.violated() == !holds);
        if (verdict.proven()) {
            CHECK(verdict.margin >= 0);
            CHECK((verdict.margin > 0 || (least == 0 || suffices)));
            CHECK(static_cast<real>(verdict.margin) <= least);
            CHECK(static_cast<real>(verdict.margin) >= least * 0.999l - 1e-5l);
        }
        if (verdict.violated())
            CHECK(verdict.counterexample == x);
        proven += verdict.proven(), violated += verdict.violated();
        // The same of what is built upon it.
        std::size_t const larger = y[0] < y[1] ? 1 : 0;
        CHECK(verify::class_is(net, in, larger).proven() == (y[0] != y[1]));
        CHECK(verify::class_is(net, in, 1 - larger).violated());
        CHECK(verify::class_is(net, in, 1 - larger).counterexample == x);
        CHECK(verify::robust(net, x, T(0)).proven() == (y[0] != y[1]));
        T const above = y[0] + T(0.25), below = y[0] - T(0.25), far = T(100);
        T const low = -far;
        CHECK(verify::output_within(net, in, {{below, low}, {above, far}}).proven());
        CHECK(verify::output_within(net, in, {{above, low}, {far, far}}).violated());
        CHECK(verify::output_within(net, in, {{low, low}, {below, far}}).violated());
    }
    CHECK(proven > 20);
    CHECK(violated > equal);
}

template <class T, class Hidden, class Last = ctnn::identity>
using net = ctnn::network<T, ctnn::input<2>, ctnn::dense<3, Hidden>, ctnn::dense<2, Last>>;

} // namespace

TEST_CASE("boxes of one point of fixed point are decided as they are computed", "[verify]") {
    check<net<ctnn::fixed_point<3, 4>, ctnn::relu>>(1);
    check<net<ctnn::fixed_point<7, 8>, ctnn::tanh>>(2);
    check<net<ctnn::fixed_point<7, 24>, ctnn::hard_sigmoid>>(3);
}

TEST_CASE("boxes of one point of float and double are decided as they are computed", "[verify]") {
    check<net<float, ctnn::relu>>(4);
    check<net<double, ctnn::relu>>(5);
    check<net<float, ctnn::silu>>(6);
    check<net<double, ctnn::tanh>>(7);
}
