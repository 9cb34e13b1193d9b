#include <ctnn/face/batch/infer.hpp>

#include <ctnn/activation/relu.hpp>
#include <ctnn/activation/sigmoid.hpp>
#include <ctnn/activation/softmax.hpp>
#include <ctnn/activation/tanh.hpp>
#include <ctnn/layer/conv2d.hpp>
#include <ctnn/layer/dense.hpp>
#include <ctnn/layer/depthwise_conv2d.hpp>
#include <ctnn/layer/gru.hpp>
#include <ctnn/layer/max_pool.hpp>
#include <ctnn/layer/residual.hpp>
#include <ctnn/network/network.hpp>
#include <ctnn/number/dual.hpp>
#include <span>
#include <vector>

#include "../../catch.hpp"
#include "../../laws/own.hpp"
#include "../../support/compare.hpp"
#include "../../support/random_numbers.hpp"

namespace {

using namespace ctnn;

template <class Scalar>
using classes = network<Scalar, input<2>, dense<3, relu>, dense<2, softmax>>;
template <class Scalar>
using numbers = network<Scalar, input<5>, dense<17, ctnn::tanh>, sigmoid, dense<10>>;
template <class Scalar>
using wide = network<Scalar, input<37>, dense<130, relu>, dense<1>>;
// Layers and activations that know nothing of batches.
template <class Scalar>
using owned = network<Scalar, input<3>, own::scale, dense<7, own::swish<2.0>>, softmax, own::scale>;
template <class Scalar>
using without_forms = network<Scalar, input<3>, own::scale, relu>;
// Layers with windows, and one that is made of layers.
template <class Scalar>
using windows =
    network<Scalar, input<5, 6, 1>, conv2d<3, kernel_size<2, 3>, relu>, max_pool<kernel_size<2, 2>>,
            conv2d<9, kernel_size<3, 3>, padding_same, ctnn::tanh>, dense<4>>;
template <class Scalar>
using in_groups =
    network<Scalar, input<3, 4, 6>, conv2d<9, kernel_size<2, 2>, groups<3>, padding_same, relu>,
            depthwise_conv2d<kernel_size<2, 3>, depth_multiplier<2>>, dense<4>>;
template <class Scalar>
using in_layers =
    network<Scalar, input<3, 4, 2>,
            residual<conv2d<2, kernel_size<2, 2>, padding_same, dilation<2, 1>>, relu>,
            conv2d<2, kernel_size<3, 1>, strides<2, 2>, padding<1, 1>>, softmax>;

static_assert(!kernel::vectorizable<float> || batch::groups_at_once<windows<float>> == 2);
static_assert(batch::groups_at_once<network<float, input<4>, gru<3>>> == 0);
static_assert(batch::groups_at_once<without_forms<float>> == 0);
static_assert(batch::groups_at_once<classes<dual<double>>> == 0);
static_assert(!kernel::vectorizable<float> || batch::groups_at_once<owned<float>> == 2);
// What does not fit in most_bytes goes in single groups, or one by one.
template <std::size_t Size>
using broad = network<float, input<Size>, dense<1>>;
static_assert(!kernel::vectorizable<float> ||
              (batch::groups_at_once<broad<500>> == 2 && batch::groups_at_once<broad<1000>> == 1));
static_assert(batch::groups_at_once<broad<10000>> == 0);

// In the compiler.
constexpr auto net = seeded::random_numbers(1).network<classes<double>>();
constexpr std::array<std::array<double, 2>, 3> three{{{0.1, 0.7}, {-0.2, 0.5}, {2, -3}}};
constexpr auto answers = net(three);
static_assert(answers == std::array{net({0.1, 0.7}), net({-0.2, 0.5}), net({2.0, -3.0})});
static_assert([] {
    std::array<std::array<double, 2>, 2> out{};
    return net(three, out) == 2 && out[1] == answers[1];
}());
static_assert(net(std::array<std::array<double, 2>, 0>{}).empty());

template <class Network>
void check() {
    using scalar = typename Network::scalar;
    seeded::random_numbers draw(2);
    auto const one = compare::opaque(draw.network<Network>());
    std::vector<typename Network::input_type> in(75);
    for (auto& x : in)
        x = draw.array<scalar, Network::input_size>(-2, 2);
    std::vector<typename Network::output_type> const untouched(in.size());
    // Fewer than fill a lane each, one more and one less than a group, several blocks and a rest.
    constexpr std::size_t counts[] = {0, 1, 3, 4, 5, 8, 9, 15, 16, 17, 31, 32, 33, 64, 75};
    for (std::size_t const count : counts) {
        auto out = untouched;
        CHECK(one(std::span(in).first(count), out) == count);
        std::size_t different = 0;
        for (std::size_t k = 0; k < in.size(); ++k)
            different += !compare::same_bits(out[k], k < count ? one(in[k]) : untouched[k]);
        CAPTURE(count, Network::input_size, sizeof(scalar));
        CHECK(different == 0);
    }
}

} // namespace

TEST_CASE("a batch has the bits of its inputs one by one", "[batch]") {
    check<classes<float>>();
    check<classes<double>>();
    check<numbers<float>>();
    check<wide<double>>();
    check<owned<float>>();
    check<without_forms<float>>();
}

TEST_CASE("a batch of images has the bits of its images one by one", "[batch]") {
    check<windows<float>>();
    check<windows<double>>();
    check<in_groups<float>>();
    check<in_groups<double>>();
    check<in_layers<float>>();
    check<in_layers<double>>();
}

TEST_CASE("a batch that is too large for the stack goes in parts", "[batch]") {
    check<broad<1000>>();
    check<broad<10000>>();
}

TEST_CASE("a batch has the same bits in the compiler and on the machine", "[batch]") {
    auto const out = compare::opaque(net)(compare::opaque(three));
    CHECK(compare::same_bits(out, answers));
}

TEST_CASE("a NaN in one input of a batch stays in its output", "[batch]") {
    std::array<std::array<double, 2>, 20> in{};
    in[7] = {compare::not_a_number<double>, 1};
    in[9] = {1, compare::infinity<double>};
    auto const out = compare::opaque(net)(compare::opaque(in));
    for (std::size_t k = 0; k < in.size(); ++k) {
        CAPTURE(k);
        CHECK((out[k][0] != out[k][0]) == (k == 7 || k == 9));
    }
}

TEST_CASE("of two ranges the shorter one says how many outputs there are", "[batch]") {
    std::vector<std::array<double, 2>> in(20, {0.1, 0.7}), out(11);
    CHECK(net(in, out) == 11);
    CHECK(out[10] == net({0.1, 0.7}));
    std::array<double, 2> room[30]{};
    CHECK(net(in, room) == 20);
    CHECK(room[19] == out[10]);
    CHECK(room[20] == std::array{0.0, 0.0});
}
