// Whether a network in fixed point saturates, beside every input of 8 bits, computed in integers that are
// wide enough.

#include <ctnn/network/network.hpp>
#include <ctnn/verify/no_overflow.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <ctnn/activation/leaky_relu.hpp>
#include <ctnn/activation/log_softmax.hpp>
#include <ctnn/activation/relu.hpp>
#include <ctnn/activation/softmax.hpp>
#include <ctnn/activation/softplus.hpp>
#include <ctnn/activation/tanh.hpp>
#include <ctnn/layer/dense.hpp>
#include <ctnn/layer/residual.hpp>
#include <ctnn/verify/proof.hpp>
#include <ctnn/verify/without_saturation.hpp>

#include "../catch.hpp"
#include "../laws/composites.hpp"
#include "fixed_point_oracle.hpp"

namespace {

using namespace every_input;
namespace verify = ctnn::verify;

// In the compiler: 3 x0 + 3 x1 reaches 6 and not 8, but with 2 as the largest input 12.
using fine = ctnn::fixed_point<3, 12>;
using sum = ctnn::network<fine, ctnn::input<2>, ctnn::dense<1>, ctnn::activate<ctnn::relu>>;
constexpr sum thrice{{{{fine(3)}, {fine(3)}}, {fine(0)}}};
constexpr ctnn::box<fine, 2> ones{{fine(-1), fine(-1)}, {fine(1), fine(1)}};
constexpr auto fits = verify::no_overflow(thrice, ones);
static_assert(fits.proven() && fits.margin > 1.99 && fits.margin < 2 && fits.boxes == 1);
constexpr auto large = verify::no_overflow(thrice, {{fine(0), fine(0)}, {fine(2), fine(2)}});
static_assert(large.violated() && large.counterexample[0] == fine(2));

// Of one box, the corners are tried where a sum is largest and where it is smallest, whatever the signs of weights.
constexpr sum apart{{{{fine(3)}, {fine(-3)}}, {fine(0)}}};
constexpr auto above = verify::no_overflow(sum{{{{fine(3)}, {fine(-3)}}, {fine(4)}}}, ones);
static_assert(above.violated() && above.boxes == 1 && above.counterexample[0] == fine(1) &&
              above.counterexample[1] == fine(-1));
constexpr auto below = verify::no_overflow(sum{{{{fine(3)}, {fine(-3)}}, {fine(-4)}}}, ones);
static_assert(below.violated() && below.boxes == 1 && below.counterexample[0] == fine(-1) &&
              below.counterexample[1] == fine(1));
static_assert(verify::no_overflow(apart, ones).proven());

// x0 - x0 in the second layer is not seen to be small before the box is cut.
using twice = ctnn::network<fine, ctnn::input<1>, ctnn::dense<2, ctnn::relu>, ctnn::dense<1>>;
constexpr twice difference{{{{fine(5), fine(5)}}, {fine(0), fine(0)}},
                           {{{fine(2)}, {fine(-2)}}, {fine(0)}}};
struct never_saturates {
    static constexpr auto network = difference;
    static constexpr ctnn::box<fine, 1> inputs{{fine(-1)}, {fine(1)}};
    static constexpr verify::no_saturation wanted{};
    static constexpr std::size_t boxes = 100;
};
static_assert(verify::no_overflow(difference, never_saturates::inputs).unknown());
static_assert(verify::no_overflow(difference, never_saturates::inputs, 100).proven());
static_assert(verify::proof<never_saturates>.proven() && verify::proof<never_saturates>.boxes > 1);

// An end of the format is within it.
using one = ctnn::network<q, ctnn::input<1>, ctnn::dense<1>>;
static_assert(verify::no_overflow(one{{{{q(-1)}}, {q(0)}}}, {{raw(-127)}, {raw(127)}}).proven());
static_assert(verify::no_overflow(one{{{{q(-1)}}, {q(0)}}}, {{raw(-128)}, {raw(0)}}).violated());

// ln(1 + exp(1.9)) is above 2; two logits that are 9 apart saturate, those that are 8 apart do not.
using low = ctnn::fixed_point<1, 6>;
using bent = ctnn::network<low, ctnn::input<1>, ctnn::softplus>;
static_assert(verify::no_overflow(bent{}, {{low(0)}, {low(1.8)}}).proven());
static_assert(verify::no_overflow(bent{}, {{low(0)}, {low(1.9)}}).violated());
using shares = ctnn::network<q, ctnn::input<2>, ctnn::softmax>;
static_assert(verify::no_overflow(shares{}, {{q(-4), q(0)}, {q(0), q(4)}}).proven());
static_assert(verify::no_overflow(shares{}, {{q(-4), q(0)}, {q(0), q(5)}}, 9).violated());

// Without saturation: the same bits inside of the box, and box.nearest brings the others there.
constexpr auto lean = verify::without_saturation(thrice, ones);
static_assert(
    std::same_as<decltype(lean)::scalar, ctnn::fixed_point<3, 12, ctnn::overflow::is_excluded>>);
using lean_input = decltype(lean)::input_type;
constexpr auto converted(std::array<fine, 2> const& x) {
    return ctnn::convert<decltype(lean)::scalar>(x);
}
static_assert(lean(converted({fine(0.7), fine(-0.3)}))[0].raw ==
              thrice({fine(0.7), fine(-0.3)})[0].raw);
static_assert(ones.nearest({fine(3), fine(0.5)}) == std::array{fine(1), fine(0.5)});
static_assert(ones.nearest({fine(-3), fine(1)}) == std::array{fine(-1), fine(1)});
static_assert(sizeof(lean) == sizeof(thrice));

// By definition, in integers of 64 bits: whether anything is beyond the format. The values are those of
// the network until something is.
constexpr bool is_beyond(std::int64_t steps) {
    return steps < -128 || steps > 127;
}
constexpr std::int64_t nearest_even(std::int64_t of256, int bits) {
    std::int64_t const size = std::int64_t{1} << bits;
    std::int64_t const down = of256 >> bits, rest = of256 - down * size;
    return down + (2 * rest > size || (2 * rest == size && (down & 1) != 0));
}

template <class Network, class Overflows>
void check_by(std::uint64_t seed, Overflows const& overflows) {
    draws from{seed};
    int proven = 0, violated = 0;
    for (int round = 0; round < 60; ++round) {
        auto const n = drawn<Network>(from, 10 + round);
        auto const in = drawn_box(from, 40);
        bool any = false;
        for_each_input(in, [&](auto const& x) { any = any || overflows(n, x); });
        auto const verdict = verify::no_overflow(n, in, 4000);
        INFO(__PRETTY_FUNCTION__ << " " << round);
        CHECK(!verdict.unknown());
        CHECK(verdict.proven() == !any);
        if (verdict.violated()) {
            CHECK(in.contains(verdict.counterexample));
            CHECK(overflows(n, verdict.counterexample));
        }
        if (verdict.proven()) {
            // and so the network without saturation gives the same
            using other = ctnn::fixed_point<3, 4, ctnn::overflow::is_excluded>;
            auto const without = ctnn::convert<other>(n);
            bool same = true;
            for_each_input(in, [&](auto const& x) {
                auto const y = n(x);
                auto const z = without(ctnn::convert<other>(x));
                same = same && y[0].raw == z[0].raw && y[1].raw == z[1].raw;
            });
            CHECK(same);
        }
        proven += verdict.proven();
        violated += verdict.violated();
    }
    CHECK(proven >= 5);
    CHECK(violated >= 5);
}

template <class Activation, class Last>
struct trial {
    using network =
        ctnn::network<q, ctnn::input<2>, ctnn::dense<3, Activation>, ctnn::dense<2, Last>>;

    template <class Layer, std::size_t Inputs, std::size_t Outputs>
    static bool layer_overflows(Layer const& layer, std::array<q, Inputs> const& x,
                                std::array<q, Outputs>& v) {
        bool beyond = false;
        for (std::size_t j = 0; j < Outputs; ++j) {
            std::int64_t total = std::int64_t{layer.biases[j].raw} * 16;
            for (std::size_t i = 0; i < Inputs; ++i)
                total += std::int64_t{x[i].raw} * layer.weights[i][j].raw;
            std::int64_t const steps = nearest_even(total, 4);
            beyond = beyond || is_beyond(steps);
            v[j] = raw(static_cast<int>(beyond ? 0 : steps));
        }
        return beyond;
    }

    template <class Of, std::size_t Size>
    static bool activation_overflows(std::array<q, Size> const& v) {
        bool beyond = false;
        for (q const x : v) {
            if constexpr (std::same_as<Of, ctnn::softplus>)
                beyond = beyond || (x > q(0) && is_beyond(x.raw + log1p(exp(-x)).raw));
            if constexpr (std::same_as<Of, ctnn::basic_leaky_relu<1.5>>)
                beyond = beyond || (x <= q(0) && is_beyond(nearest_even(x.raw * 24, 4)));
            if constexpr (std::same_as<Of, ctnn::softmax>)
                for (q const y : v) // (to the largest of all)
                    beyond = beyond || x.raw - y.raw < -128;
            if constexpr (std::same_as<Of, ctnn::log_softmax>)
                beyond = beyond || log_softmax_overflows(x, v);
        }
        return beyond;
    }

    // The difference to the largest, and this less the log of the sum, which is far within the format.
    template <std::size_t Size>
    static bool log_softmax_overflows(q x, std::array<q, Size> const& v) {
        q const most = *std::max_element(v.begin(), v.end());
        if (x.raw - most.raw < -128)
            return true;
        q total(0);
        for (q const y : v)
            total += exp(y - most);
        return x.raw - most.raw - log(total).raw < -128;
    }

    static bool overflows(network const& n, std::array<q, 2> const& x) {
        std::array<q, 3> v{};
        std::array<q, 2> w{};
        if (layer_overflows(n.template layer<0>(), x, v) || activation_overflows<Activation>(v))
            return true;
        for (q& y : v)
            y = Activation::value(y);
        return layer_overflows(n.template layer<1>(), v, w) || activation_overflows<Last>(w);
    }

    static void check(std::uint64_t seed) { check_by<network>(seed, overflows); }
};

// Layers of layers: each sum of what branches give may saturate, from the first one on.
struct trial_of_branches : trial<ctnn::relu, ctnn::identity> {
    using sums = own::added<own::branch<ctnn::dense<2, ctnn::relu>>, own::shortcut,
                            own::branch<ctnn::dense<3>, ctnn::dense<2>>>;
    using side = own::beside<own::branch<ctnn::dense<1>>, own::branch<ctnn::tanh>>;
    using network = ctnn::network<q, ctnn::input<2>, sums, ctnn::residual<side, ctnn::dense<2>>>;

    static bool add(std::array<q, 2>& to, std::array<q, 2> const& from) {
        bool beyond = false;
        for (std::size_t i = 0; i < 2; ++i) {
            beyond = beyond || is_beyond(std::int64_t{to[i].raw} + from[i].raw);
            to[i] += from[i];
        }
        return beyond;
    }
    static bool overflows(network const& n, std::array<q, 2> const& x) {
        auto const& first = n.template layer<0>();
        std::array<q, 2> total{}, last{};
        std::array<q, 3> inside{}, beside{};
        bool beyond = layer_overflows(first.template layer<0>().template layer<0>(), x, total);
        for (q& y : total)
            y = ctnn::relu::value(y);
        beyond = beyond || add(total, x) ||
                 layer_overflows(first.template layer<2>().template layer<0>(), x, inside) ||
                 layer_overflows(first.template layer<2>().template layer<1>(), inside, last) ||
                 add(total, last);
        auto const& second = n.template layer<1>();
        std::array<q, 1> narrow{};
        beyond = beyond ||
                 layer_overflows(second.template layer<0>().template layer<0>().template layer<0>(),
                                 total, narrow);
        beside = {narrow[0], ctnn::tanh::value(total[0]), ctnn::tanh::value(total[1])};
        return beyond || layer_overflows(second.template layer<1>(), beside, last) ||
               add(total, last);
    }
    static void check(std::uint64_t seed) { check_by<network>(seed, overflows); }
};

TEST_CASE("no_overflow says of networks of 8 bits what trying every input does") {
    trial<ctnn::relu, ctnn::identity>::check(1);
    trial<ctnn::tanh, ctnn::softmax>::check(2);
    trial<ctnn::softplus, ctnn::relu>::check(3);
    trial<ctnn::basic_leaky_relu<1.5>, ctnn::softplus>::check(4);
    trial<ctnn::tanh, ctnn::log_softmax>::check(5);
    trial_of_branches::check(6);
}

} // namespace
