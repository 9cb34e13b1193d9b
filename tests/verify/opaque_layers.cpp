// Linear functions end at layers of which only the code is known: what is said of such networks, against points.

#include <algorithm>
#include <array>
#include <cstddef>
#include <ctnn/ctnn.hpp>
#include <ctnn/host/prove.hpp>
#include <ctnn/layer/conv2d.hpp>
#include <ctnn/layer/max_pool.hpp>
#include <ctnn/layer/residual.hpp>
#include <ctnn/verify/no_overflow.hpp>

#include "../catch.hpp"
#include "../soundness/nets.hpp"
#include "../support/neighbours.hpp"

namespace {

using ctnn::box, ctnn::conv2d, ctnn::dense, ctnn::input, ctnn::relu;
using ctnn::kernel_size, ctnn::max_pool, ctnn::padding_same, ctnn::residual, ctnn::strides;
using support::neighbours;
namespace verify = ctnn::verify;
using namespace verify::outputs;

template <class T, class... Layers>
using net = ctnn::network<T, Layers...>;

// The layer is the first, the last, before softmax, between others, and among so many that functions are carried
// forward.
using first = net<float, input<4>, neighbours, dense<5, relu>, dense<2>>;
using last = net<float, input<3>, dense<4, relu>, residual<dense<4, ctnn::tanh>>>;
using before_softmax = net<double, input<3>, dense<4, relu>, neighbours, ctnn::softmax>;
using pooled = net<float, input<4, 4, 1>, conv2d<2, kernel_size<3, 3>, padding_same, relu>,
                   max_pool<kernel_size<2, 2>>, dense<3, relu>, dense<2>>;
using pooled_first = net<double, input<2, 2, 1>, max_pool<kernel_size<2, 1>, strides<1, 1>, relu>,
                         dense<3, ctnn::sigmoid>, dense<2>>;
using deep = net<float, input<3>, dense<4, relu>, residual<dense<4, relu>, dense<4>>, relu,
                 dense<4, relu>, neighbours, dense<4, relu>, dense<2>>;
using deep_first =
    net<double, input<3>, neighbours, dense<5, relu>, dense<4, relu>, dense<4, relu>, dense<2>>;

// The numbers before the layer are sums of branches.
using after_branches = net<float, input<4>, residual<dense<4, ctnn::tanh>>, neighbours, dense<2>>;
using pooled_branches = net<double, input<2, 2, 1>, residual<conv2d<1, kernel_size<1, 1>>>,
                            max_pool<kernel_size<2, 1>>>;

using between = net<float, input<2, 2, 2>, residual<conv2d<2, kernel_size<1, 1>>>,
                    max_pool<kernel_size<2, 2>, ctnn::tanh>, dense<3, relu>, dense<2>>;

// Whether points, most of them in corners, are where the bounds say, and the bounds say something.
template <class Network>
void try_bounds() {
    using T = typename Network::scalar;
    soundness::draw random(17);
    std::size_t known = 0;
    for (int nets = 0; nets < 40; ++nets) {
        auto const n = soundness::network<Network>(random);
        for (int boxes = 0; boxes < 5; ++boxes) {
            auto const in = soundness::box<T, Network::input_size>(random);
            auto const y = ctnn::linear_bounds(n, in), z = ctnn::bounds(n, in);
            known += is_finite(y[0]) ? 1u : 0u;
            for (int points = 0; points < 100; ++points) {
                auto const at = n(soundness::point(random, in));
                for (std::size_t j = 0; j < at.size(); ++j)
                    REQUIRE((y[j].contains(at[j]) && z[j].contains(at[j])));
            }
        }
    }
    REQUIRE(known > 150);
}

// A network, a limit that one input exceeds and one that none does, by what is sampled.
template <class Network, bool OnHost = false>
void try_verdicts() {
    using T = typename Network::scalar;
    soundness::draw random(23);
    std::size_t proven = 0, violated = 0;
    for (int nets = 0; nets < 12; ++nets) {
        auto const n = soundness::network<Network>(random);
        auto const in = box<T, Network::input_size>::around({}, T(0.25));
        double most = -1e300;
        for (int points = 0; points < 2000; ++points)
            most = std::max(most, static_cast<double>(n(soundness::point(random, in))[0]));
        for (double const more : {-1e-3, 0.0, 1e-6, 0.02, 0.5}) {
            verify::condition<Network::output_size, 1, 1> below{};
            below.rows[0][0].coefficients[0] = -1;
            below.rows[0][0].constant = most + more;
            auto const look_at = [&](auto const& found) {
                REQUIRE(!(found.proven() && more <= 0));
                if (found.violated())
                    REQUIRE((in.contains(found.counterexample) &&
                             static_cast<double>(n(found.counterexample)[0]) >= most + more));
                proven += found.proven() ? 1u : 0u, violated += found.violated() ? 1u : 0u;
            };
            look_at(verify::prove(n, in, below, 200));
            if constexpr (OnHost) {
                ctnn::host::proof_options options;
                options.boxes = 400, options.threads = 1;
                look_at(ctnn::host::prove(n, in, below, options).verdict);
            }
        }
    }
    REQUIRE((proven > 6 && violated > 6));
}

} // namespace

TEST_CASE("linear bounds hold where a layer is opaque", "[verify]") {
    try_bounds<first>();
    try_bounds<last>();
    try_bounds<before_softmax>();
    try_bounds<pooled>();
    try_bounds<pooled_first>();
    try_bounds<deep>();
    try_bounds<deep_first>();
    try_bounds<after_branches>();
    try_bounds<pooled_branches>();
}

TEST_CASE("verdicts hold where a layer is opaque", "[verify]") {
    try_verdicts<first>();
    try_verdicts<last>();
    try_verdicts<pooled, true>();
    try_verdicts<deep>();
    try_verdicts<between>();
}

TEST_CASE("classes are right where the logits are those of an opaque layer", "[verify]") {
    soundness::draw random(29);
    std::size_t proven = 0, violated = 0;
    for (int nets = 0; nets < 80; ++nets) {
        auto const n = soundness::network<before_softmax>(random);
        auto const in = box<double, 3>::around({0.5, -0.5, 0.25}, nets % 2 == 0 ? 0.01 : 0.25);
        for (std::size_t k = 0; k < 4; ++k) {
            auto const v = verify::class_is(n, in, k, 50);
            proven += v.proven() ? 1u : 0u, violated += v.violated() ? 1u : 0u;
            for (int points = 0; v.proven() && points < 300; ++points)
                REQUIRE(ctnn::argmax(n(soundness::point(random, in))) == k);
            if (v.violated()) {
                auto const y = n(v.counterexample);
                REQUIRE(
                    (in.contains(v.counterexample) &&
                     std::count_if(y.begin(), y.end(), [&](double of) { return of >= y[k]; }) > 1));
            }
        }
    }
    CAPTURE(proven, violated);
    REQUIRE((proven > 3 && violated > 30));
}

TEST_CASE("functions are carried through the layers after an opaque one", "[verify]") {
    // relu(x) - relu(x + 5) of a number that is the larger of two: lines know that it is at most -4.
    using difference = net<double, input<2, 1>, max_pool<kernel_size<2>>, dense<2, relu>, dense<1>>;
    difference n{};
    n.layer<1>() = {{{1, 1}}, {0, 5}};
    n.layer<2>() = {{{1}, {-1}}, {0}};
    box<double, 2> const in{{-1, -1}, {1, 1}};
    REQUIRE(ctnn::bounds(n, in)[0].upper == -3);
    auto const y = ctnn::linear_bounds(n, in)[0];
    REQUIRE((y.upper < -3.999999 && y.upper >= -4));
}

namespace {

template <class Network>
constexpr Network filled(std::uint32_t seed) {
    Network n{};
    ctnn::detail::for_each_block(
        [&seed](auto block) {
            for (std::size_t i = 0; i < decltype(block)::size; ++i) {
                seed = seed * 1664525u + 1013904223u;
                block.data[i] =
                    static_cast<typename Network::scalar>(static_cast<int>(seed >> 25)) /
                        typename Network::scalar(64) -
                    typename Network::scalar(1);
            }
        },
        n);
    return n;
}

// All that can be asked, in constants.
constexpr auto pool = filled<pooled>(3);
constexpr auto around = box<float, 16>::around({0.5f, -0.5f, 0.25f}, 0.0625f);
constexpr auto pool_bounds = ctnn::linear_bounds(pool, around);
constexpr auto deep_net = filled<deep>(4);
constexpr auto deep_bounds =
    ctnn::linear_bounds(deep_net, box<float, 3>::around({0.5f, 0.25f, -0.5f}, 0.0625f));

struct stays_below {
    static constexpr deep network = filled<deep>(4);
    static constexpr auto inputs = box<float, 3>::around({0.5f, 0.25f, -0.5f}, 0.0625f);
    static constexpr auto wanted = output<0> < deep_bounds[0].upper + 0.01f;
    static constexpr std::size_t boxes = 20;
};
static_assert(verify::proof<stays_below>.proven());
struct does_not : stays_below {
    static constexpr auto wanted = output<0> < deep_bounds[0].lower;
};
static_assert(verify::proof<does_not>.violated());

} // namespace

TEST_CASE("bounds of opaque layers have the same bits in a constant and on the machine",
          "[verify]") {
    auto const y = ctnn::linear_bounds(pool, around);
    auto const z = ctnn::linear_bounds(deep_net, stays_below::inputs);
    for (std::size_t j = 0; j < 2; ++j) {
        REQUIRE((is_finite(y[j]) && y[j].lower == pool_bounds[j].lower &&
                 y[j].upper == pool_bounds[j].upper));
        REQUIRE((is_finite(z[j]) && z[j].lower == deep_bounds[j].lower &&
                 z[j].upper == deep_bounds[j].upper));
    }
}
