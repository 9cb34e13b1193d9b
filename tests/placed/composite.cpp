#include <ctnn/network/network.hpp>
#include <ctnn/placed/composite.hpp>

#include <ctnn/activation/relu.hpp>
#include <ctnn/activation/sigmoid.hpp>
#include <ctnn/activation/softmax.hpp>
#include <ctnn/activation/tanh.hpp>
#include <ctnn/initializer/glorot_uniform.hpp>
#include <ctnn/layer/conv2d.hpp>
#include <ctnn/layer/dense.hpp>
#include <ctnn/layer/residual.hpp>
#include <ctnn/loss/cross_entropy.hpp>
#include <ctnn/network/backpropagate.hpp>
#include <ctnn/network/initialize.hpp>
#include <ctnn/number/interval.hpp>
#include <ctnn/report/footprint.hpp>
#include <ctnn/verify/bounds.hpp>
#include <type_traits>

#include "../catch.hpp"
#include "../laws/composites.hpp"
#include "../laws/sequence.hpp"
#include "../support/compare.hpp"
#include "oracle/composite.hpp"

namespace {

using namespace ctnn;
using own::branch;
using own::shortcut;

// By hand: (x W + b, relu(x u + c)).
using two = network<float, input<2>, own::beside<branch<dense<2>>, branch<dense<1>, relu>>>;
constexpr two net{{{{{{1, 2}, {3, 4}}, {5, 6}}}, {{{{1}, {-2}}, {3}}}}};
static_assert(net({1, 1}) == std::array<float, 3>{9, 12, 2});
static_assert(net({1, 3}) == std::array<float, 3>{15, 20, 0});

// The parameters are those of the branches, a network for each.
static_assert(two::parameter_count == 9 && sizeof(two) == 9 * sizeof(float));
static_assert(net.layer<0>().layer<1>().layer<0>().weights[1][0] == -2);
static_assert(net.layer<0>().layer<0>()({1, 1}) == std::array<float, 2>{9, 12});
static_assert(two{net.layer<0>()} == net && !(two{} == net));
using parameters = two::stage<0>::parameters;
static_assert(parameters{net.layer<0>().layer<0>(), net.layer<0>().layer<1>()} == net.layer<0>());

// Of branches without parameters nothing is kept, and of one branch that has layers, these are its network.
using with_input = network<double, input<2>, own::beside<shortcut, branch<relu>, branch<dense<1>>>>;
static_assert(sizeof(with_input) == 3 * sizeof(double));
static_assert(with_input{{{{{{1}, {2}}, {3}}}}}({1, -1}) == std::array<double, 5>{1, -1, 1, 0, 2});
static_assert(std::is_same_v<network<double, input<2>,
                                     own::beside<shortcut, branch<dense<1>>>>::stage<0>::parameters,
                             placed::chain<double, input<2>, dense<1>>>);
static_assert(network<float, input<2>, own::added<shortcut, shortcut>>{}({1, 2}) ==
              std::array<float, 2>{2, 4});

// Channels lie side by side at each place.
using channels =
    network<float, input<1, 2, 2>, own::beside<shortcut, branch<conv2d<1, kernel_size<1, 1>>>>>;
static_assert(std::is_same_v<channels::output_shape, shape<1, 2, 3>>);
static_assert(channels{{{{{10}, {100}}, {1000}}}}({1, 2, 3, 4}) ==
              std::array<float, 6>{1, 2, 1210, 3, 4, 1430});

// A branch sees the input of its layer, and the last of several layers sees the join.
using after = network<float, input<2>, dense<2>, own::added<branch<relu>, shortcut>, dense<1>>;
constexpr after row{{{{1, 0}, {0, -1}}, {0, 0}}, {{{1}, {10}}, {0}}};
static_assert(row({2, 3}) == std::array<float, 1>{4 - 30});

// Where a join says no derivative, its places say it.
template <class Join, std::size_t Branch, std::size_t Size>
constexpr bool places_say_where_numbers_go() {
    return [] {
        bool all = true;
        for (std::size_t i = 0; i < Size; ++i) {
            auto const one = [&](auto const at) {
                std::array<int, Size> numbers{};
                if (at == Branch)
                    numbers[i] = 1;
                return numbers;
            };
            auto const v = Join::joined(one(std::size_t{0}), one(std::size_t{1}));
            for (std::size_t j = 0; j < v.size(); ++j)
                all = all && v[j] == int{j == Join::template place<Branch>(i)};
        }
        return all;
    }();
}
using of_images = placed::concatenation<shape<2, 3, 2>, shape<2, 3, 2>>;
static_assert(places_say_where_numbers_go<of_images, 0, 12>());
static_assert(places_say_where_numbers_go<of_images, 1, 12>());
using of_sums = placed::sum<shape<2, 2>, shape<2, 2>>;
static_assert(places_say_where_numbers_go<of_sums, 1, 4>());
using of_rows = placed::concatenation<shape<2>, shape<3>, shape<1>>;
static_assert(of_rows::place<2>(0) == 5 && of_rows::place<1>(2) == 4);
static_assert(std::is_same_v<of_rows::output_shape, shape<6>>);

static_assert(customization::has_branches<two::stage<0>::bound> &&
              placed::adds_branches<two::stage<0>::bound>);
static_assert(!placed::adds_branches<
              network<float, input<2>, own::multiplied<shortcut, branch<relu>>>::stage<0>::bound>);
static_assert(!customization::has_branches<after::stage<0>::bound>);

// Costs are those of the branches: what one gives stays while the next computes.
static_assert(footprint<two>.multiply_adds == 4 + 2);
static_assert(
    footprint<network<float, input<2>, own::beside<branch<dense<2>>, shortcut>>>.multiply_adds ==
    4);

// Of PyTorch.
using small = kernel_size<1, 1>;
using aside = own::beside<branch<conv2d<1, kernel_size<2, 2>, padding_same, ctnn::tanh>>, shortcut,
                          branch<conv2d<2, small, padding_same, relu>, conv2d<1, small>>>;
using plus = own::added<branch<conv2d<2, kernel_size<2, 2>, padding_same, ctnn::tanh>>, shortcut,
                        branch<conv2d<2, small>>>;
template <std::size_t Outputs>
using gated =
    own::multiplied<branch<conv2d<Outputs, small>>, branch<conv2d<Outputs, small, sigmoid>>>;
namespace oracle = composite_oracle;
static_assert(layers::holds<input<3, 2, 2>, aside>(oracle::beside));

} // namespace

TEST_CASE("layers with branches and their derivatives are PyTorch's", "[placed]") {
    using layers::check_example;
    check_example<input<3, 2, 2>, aside>(oracle::beside);
    check_example<input<3, 2, 2>, plus>(oracle::added);
    check_example<input<3, 2, 2>, gated<3>>(oracle::gated);
}

TEST_CASE("the gradient of a network of layers with branches is PyTorch's", "[placed]") {
    using model = network<double, input<3, 2, 2>, aside, gated<2>, dense<3, softmax>>;
    auto const expected = compare::opaque(oracle::whole_network);
    auto const whole = compare::network_of<model>(expected.parameters);
    auto const back = backpropagate(whole, cross_entropy{}, expected.input, expected.target);
    CHECK(compare::near(back.output, expected.output, 8));
    CHECK(compare::near(back.loss, expected.loss, 8));
    CHECK(compare::near(compare::flat(back.gradient), expected.gradient, 32));
    CHECK(compare::same_bits(whole(expected.input), back.output));
}

TEST_CASE("the layers of all branches are initialized, in their order", "[placed]") {
    using flat = network<float, input<2>, dense<2>, dense<1>>;
    auto const drawn = initialize<two>(glorot_uniform{}, 5);
    auto const expected = initialize<flat>(glorot_uniform{}, 5);
    CHECK(compare::flat(drawn) == compare::flat(expected));
    CHECK(compare::flat(drawn)[8] == 0);
    CHECK(compare::flat(drawn)[7] != 0);
}

TEST_CASE("the bounds of a layer with branches are those of its branches", "[placed]") {
    auto const y = bounds(compare::opaque(net), box<float, 2>{{0, 1}, {1, 2}});
    CHECK(y[0].lower <= 8);
    CHECK(y[0].lower > 7.99f);
    CHECK(y[0].upper >= 12);
    CHECK(y[0].upper < 12.01f);
    CHECK(y[2].lower == 0);
    CHECK(y[2].upper >= 2);
    CHECK(y[2].upper < 2.01f);
}
