#include <ctnn/training/detail/slice_size.hpp>

#include <ctnn/ctnn.hpp>

#include "catch.hpp"

namespace {

using namespace ctnn;

template <class Network, class Optimizer, std::size_t BatchSize>
struct limitless {
    static constexpr Network network{};
    static constexpr Optimizer optimizer{};
    static constexpr std::size_t epochs = 1;
    static constexpr std::size_t batch_size = BatchSize;
};
template <class Network, std::size_t Limit>
struct recipe : limitless<Network, sgd, 1> {
    static constexpr std::size_t constexpr_limit = Limit;
};
template <class Network>
struct recipe<Network, 0> : limitless<Network, sgd, 1> {};

using small = ctnn::network<double, input<2>, dense<3, relu>, dense<2, softmax>>;
using wide = ctnn::network<double, input<2>, dense<300, relu>, dense<2, softmax>>;
using deep = ctnn::network<double, input<2>, dense<3, relu>, dense<3, relu>, dense<2, softmax>>;
using of_sigmoids = ctnn::network<double, input<2>, dense<3, sigmoid>, dense<2, softmax>>;
using of_duals = ctnn::network<dual<double>, input<2>, dense<3, relu>, dense<2, softmax>>;

template <class Network, std::size_t Limit = 0>
using size_of = compiler::slice_size<recipe<Network, Limit>>;

// A sample of a larger network costs more, and so does one of layers that have no form of their own.
static_assert(size_of<small>::of_one_sample < size_of<deep>::of_one_sample);
static_assert(size_of<deep>::of_one_sample < size_of<wide>::of_one_sample);
static_assert(size_of<small>::of_one_sample < size_of<of_duals>::of_one_sample);

// A layer without a form costs what it says that it multiplies: more weights than inputs times outputs, or fewer.
template <std::size_t... Extents>
using of_gates = ctnn::network<double, input<Extents...>, gru<8>>;
static_assert(size_of<of_gates<3>>::of_one_sample >
              compiler::prices.plain_weight * 3 * 8 * (3 + 8));
static_assert(size_of<of_gates<20, 3>>::of_one_sample < 25 * size_of<of_gates<3>>::of_one_sample);

// An activation that only compares and multiplies costs less than another one.
static_assert(size_of<small>::of_one_sample < size_of<of_sigmoids>::of_one_sample);

// A slice takes half of the limit, which a recipe can say.
static_assert(size_of<small>::limit == compiler::prices.limit);
static_assert(size_of<small>::samples > 100);
static_assert(size_of<small>::samples * size_of<small>::of_one_sample <= size_of<small>::limit / 2);
static_assert(size_of<small, size_of<small>::of_one_sample>::samples == 1);
static_assert(size_of<small, size_of<small>::of_one_sample - 1>::samples == 0);
static_assert(size_of<small, 20 * size_of<small>::of_one_sample>::samples == 10);

// An optimizer that remembers something costs more, the more so if it says nothing of its square roots; and less in
// batches, of which each takes one step.
struct silent : adam {
    struct square_roots;
};
template <class Network, class Optimizer, std::size_t BatchSize = 1>
inline constexpr std::size_t cost_with =
    compiler::slice_size<limitless<Network, Optimizer, BatchSize>>::of_one_sample;
static_assert(cost_with<small, sgd> == size_of<small>::of_one_sample);
static_assert(cost_with<small, sgd> < cost_with<small, sgd_momentum>);
static_assert(cost_with<small, sgd_momentum> < cost_with<small, adam>);
static_assert(cost_with<small, adam> < cost_with<small, silent>);
static_assert(cost_with<small, adam, 8> < cost_with<small, adam>);
static_assert(cost_with<small, sgd> < cost_with<small, adam, 8>);
static_assert(cost_with<small, sgd, 8> == cost_with<small, sgd>);
static_assert(cost_with<of_gates<20, 3>, sgd> < cost_with<of_gates<20, 3>, adam>);

// One loop of g++ takes 262,144 rounds at most.
static_assert(size_of<small, std::size_t{1} << 40>::samples < 262'144);

} // namespace

TEST_CASE("a slice of the smallest network holds many samples", "[compiler][slice_size]") {
    CHECK(size_of<small>::samples > size_of<wide>::samples);
}
