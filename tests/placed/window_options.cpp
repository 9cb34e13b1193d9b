#include <ctnn/placed/window_options.hpp>

#include <ctnn/activation/relu.hpp>
#include <ctnn/activation/softmax.hpp>
#include <ctnn/layer/conv2d.hpp>
#include <ctnn/layer/depthwise_conv2d.hpp>
#include <ctnn/layer/max_pool.hpp>
#include <ctnn/placed/detail/stage.hpp>
#include <ctnn/tensor/input.hpp>
#include <type_traits>

#include "../catch.hpp"

// Which sentence each mistake gets; that compilers print it: tests/compile_fail/conv2d_*.cpp and max_pool_*.cpp.

namespace {

using namespace ctnn;

template <class Verdict, class... Parts>
constexpr bool says =
    std::is_same_v<typename detail::network_diagnosis<float, Parts...>::type, Verdict>;

template <class Layer, std::size_t Index = 0>
using at = error::layer<Index, Layer>;

using image = input<5, 6, 2>;
using three = kernel_size<3, 3>;

// Right ones, in any order.
static_assert(says<error::none, image, conv2d<1, three>>);
static_assert(says<error::none, image, conv2d<1, softmax, strides<9, 9>, padding_same, three>>);
static_assert(says<error::none, image, conv2d<1, kernel_size<5, 6>>>);
static_assert(says<error::none, image, conv2d<1, kernel_size<2, 2>, dilation<4, 5>>>);
static_assert(says<error::none, image, conv2d<1, kernel_size<9, 6>, padding<2, 0>>>);
static_assert(says<error::none, input<1, 1, 1>, conv2d<1, three, padding_same>>);
static_assert(says<error::none, input<9, 2>, max_pool<kernel_size<3>>>);
static_assert(says<error::none, input<9, 9, 9, 2>, max_pool<kernel_size<3, 3, 1>>>);

// No kernel, or none that is one.
using without = conv2d<1, strides<1, 1>>;
static_assert(says<at<without>::lacks_a_kernel_size, image, without>);
static_assert(says<at<max_pool<>>::lacks_a_kernel_size, image, max_pool<>>);
static_assert(says<at<max_pool<relu>>::lacks_a_kernel_size, image, max_pool<relu>>);
using empty = max_pool<kernel_size<>>;
static_assert(says<at<empty>::lacks_a_kernel_size, input<5>, empty>);

// Another number of axes; a pool has as many as its kernel.
template <class Option>
using with = conv2d<1, three, Option>;
template <class Option, std::size_t Axes>
using needs =
    typename at<with<Option>>::template has_option<Option>::template but_needs_numbers<Axes>;
static_assert(says<needs<strides<2>, 2>, image, with<strides<2>>>);
static_assert(says<needs<dilation<1, 1, 1>, 2>, image, with<dilation<1, 1, 1>>>);
static_assert(says<needs<padding<1>, 2>, image, with<padding<1>>>);
using flat = conv2d<1, kernel_size<3>>;
static_assert(says<at<flat>::has_option<kernel_size<3>>::but_needs_numbers<2>, image, flat>);
using mixed = max_pool<kernel_size<3>, strides<1, 1>>;
static_assert(says<at<mixed>::has_option<strides<1, 1>>::but_needs_numbers<1>, input<9, 2>, mixed>);

// No places.
template <class Option>
using no_place =
    typename at<with<Option>>::template has_option<Option>::but_needs_at_least_one_along_each_axis;
static_assert(says<no_place<strides<0, 1>>, image, with<strides<0, 1>>>);
static_assert(says<no_place<dilation<1, 0>>, image, with<dilation<1, 0>>>);
static_assert(says<error::none, image, with<padding<0, 0>>>);
using no_kernel = max_pool<kernel_size<0, 1>>;
static_assert(
    says<at<no_kernel>::has_option<kernel_size<0, 1>>::but_needs_at_least_one_along_each_axis,
         image, no_kernel>);

// One of a kind too many, of which the first is named.
template <class First, class Second>
using twice = conv2d<1, three, First, Second>;
template <class First, class Second>
using one_of =
    typename at<twice<First, Second>>::template has_option<First>::and_another_one_of_its_kind;
static_assert(
    says<one_of<strides<1, 1>, strides<1, 1>>, image, twice<strides<1, 1>, strides<1, 1>>>);
static_assert(says<one_of<padding<1, 1>, padding_same>, image, twice<padding<1, 1>, padding_same>>);
static_assert(
    says<one_of<dilation<1, 1>, dilation<2, 1>>, image, twice<dilation<1, 1>, dilation<2, 1>>>);
static_assert(says<one_of<relu, softmax>, image, twice<relu, softmax>>);
using kernels = max_pool<kernel_size<2, 2>, kernel_size<3>>;
static_assert(
    says<at<kernels>::has_option<kernel_size<2, 2>>::and_another_one_of_its_kind, image, kernels>);

// Inputs of another rank, and too small ones, which say how large they must be.
template <class Layer, class Shape, std::size_t Rank, std::size_t Index = 0>
using needs_rank =
    typename at<Layer,
                Index>::template gets_an_input_of_shape<Shape>::template but_needs_rank<Rank>;
template <class Layer, class Shape, class Needed, std::size_t Index = 0>
using needs_size =
    typename at<Layer,
                Index>::template gets_an_input_of_shape<Shape>::template but_needs_at_least<Needed>;
using plain = conv2d<1, three>;
static_assert(says<needs_rank<plain, shape<25>, 3>, input<25>, plain>);
static_assert(says<needs_rank<plain, shape<5, 5>, 3>, input<5, 5>, plain>);
using pairs = max_pool<kernel_size<2>>;
static_assert(says<needs_rank<pairs, shape<5, 5, 1>, 2>, input<5, 5, 1>, pairs>);
static_assert(says<needs_size<plain, shape<2, 5, 7>, shape<3, 3, 7>>, input<2, 5, 7>, plain>);
static_assert(says<needs_size<plain, shape<3, 2, 4>, shape<3, 3, 4>, 1>, image,
                   conv2d<4, kernel_size<3, 5>>, plain>);
using apart = conv2d<1, kernel_size<3, 2>, dilation<2, 6>>;
static_assert(says<needs_size<apart, shape<5, 6, 2>, shape<5, 7, 2>>, image, apart>);
using around = conv2d<1, kernel_size<9, 1>, padding<1, 3>>;
static_assert(says<needs_size<around, shape<5, 6, 2>, shape<7, 1, 2>>, image, around>);

// Groups that do not divide the channels or the outputs, and options of other layers.
using in_groups = conv2d<4, three, groups<2>>;
static_assert(says<error::none, image, in_groups>);
using of_channels = conv2d<6, three, groups<3>>;
static_assert(
    says<at<of_channels>::has_option<groups<3>>::but_has_channels<2>, image, of_channels>);
using of_outputs = conv2d<5, three, groups<2>>;
static_assert(says<at<of_outputs>::has_option<groups<2>>::but_has_outputs<5>, image, of_outputs>);
using of_none = conv2d<5, three, groups<0>>;
static_assert(says<at<of_none>::has_option<groups<0>>::but_needs_at_least_one, image, of_none>);
using groups_twice = conv2d<2, three, groups<2>, groups<1>>;
static_assert(says<at<groups_twice>::has_option<groups<2>>::and_another_one_of_its_kind, image,
                   groups_twice>);
using doubled = depthwise_conv2d<three, depth_multiplier<2>>;
static_assert(says<error::none, image, doubled>);
using times_nothing = depthwise_conv2d<three, depth_multiplier<0>>;
static_assert(says<at<times_nothing>::has_option<depth_multiplier<0>>::but_needs_at_least_one,
                   image, times_nothing>);
template <class Layer, class Option>
constexpr bool takes_no =
    says<typename at<Layer>::template has_option<Option>::but_takes_none_of_its_kind, image, Layer>;
static_assert(takes_no<depthwise_conv2d<three, groups<2>>, groups<2>>);
static_assert(takes_no<conv2d<2, three, depth_multiplier<2>>, depth_multiplier<2>>);
static_assert(takes_no<max_pool<three, groups<2>>, groups<2>>);
static_assert(takes_no<max_pool<three, depth_multiplier<1>>, depth_multiplier<1>>);
using of_images = conv2d<2, three, padding_causal>;
static_assert(says<at<of_images>::has_option<padding_causal>::but_needs_a_sequence_of_steps, image,
                   of_images>);

// Padding alone is something to a convolution, to a pool it is nothing.
using beyond = padding<3, 0>;
static_assert(says<error::none, image, conv2d<1, three, beyond>>);
using nowhere = max_pool<three, beyond>;
static_assert(
    says<at<nowhere>::has_option<beyond>::leaves_a_window_without_a_place, image, nowhere>);
using between = max_pool<kernel_size<2>, strides<1>, dilation<4>, padding_same>;
static_assert(says<at<between>::has_option<padding_same>::leaves_a_window_without_a_place,
                   input<3, 1>, between>);

} // namespace

TEST_CASE("options of a layer with windows are found in any order", "[placed]") {
    using options = placed::window_options<2, false, relu, strides<2, 3>, three>;
    STATIC_REQUIRE(std::is_same_v<options::kernel, three>);
    STATIC_REQUIRE(std::is_same_v<options::stride, strides<2, 3>>);
    STATIC_REQUIRE(std::is_same_v<options::dilations, dilation<1, 1>>);
    STATIC_REQUIRE(std::is_same_v<options::padded, tensor::no_padding>);
    STATIC_REQUIRE(std::is_same_v<options::activation, relu>);
    using of_pool = placed::window_options<1, true, padding<1>, kernel_size<4>>;
    STATIC_REQUIRE(std::is_same_v<of_pool::stride, strides<4>>);
    STATIC_REQUIRE(std::is_same_v<of_pool::padded, padding<1>>);
    STATIC_REQUIRE(std::is_same_v<of_pool::activation, identity>);
}
