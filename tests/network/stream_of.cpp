#include <ctnn/network/stream_of.hpp>

#include <ctnn/activation/relu.hpp>
#include <ctnn/activation/softmax.hpp>
#include <ctnn/activation/tanh.hpp>
#include <ctnn/layer/conv2d.hpp>
#include <ctnn/layer/dense.hpp>
#include <ctnn/layer/last_step.hpp>
#include <ctnn/layer/over_time.hpp>
#include <ctnn/layer/residual.hpp>
#include <ctnn/network/network.hpp>
#include <ctnn/report/footprint.hpp>
#include <ctnn/report/summary.hpp>
#include <type_traits>

#include "../catch.hpp"
#include "../laws/composites.hpp"
#include "../support/elman.hpp"

namespace {

using namespace ctnn;
using own::branch;
using own::elman;
using own::shortcut;

template <class Model, class Live>
constexpr bool streams_as = std::is_same_v<stream_of<Model>, Live>;

// A cell stays, over_time<L> is L, last_step is left out, and layers after it stay.
static_assert(streams_as<network<float, input<20, 3>, elman<8>, over_time<dense<4, relu>>,
                                 last_step, dense<2, softmax>>,
                         network<float, input<3>, elman<8>, dense<4, relu>, dense<2, softmax>>>);
static_assert(streams_as<network<double, input<5, 2>, elman<8>, relu, over_time<ctnn::tanh>>,
                         network<double, input<2>, elman<8>, relu, ctnn::tanh>>);
static_assert(
    streams_as<network<float, input<5, 2>, elman<8>> const, network<float, input<2>, elman<8>>>);

// A step may have axes of its own.
using of_images = network<float, input<5, 8, 8, 1>, over_time<conv2d<2, kernel_size<3, 3>>>,
                          over_time<dense<4>>, elman<3>, last_step>;
static_assert(
    streams_as<of_images,
               network<float, input<8, 8, 1>, conv2d<2, kernel_size<3, 3>>, dense<4>, elman<3>>>);

// Layers of layers are made of what these are on one step. One in which nothing changes stays.
static_assert(streams_as<network<float, input<5, 4>, residual<elman<4>, relu>>,
                         network<float, input<4>, residual<elman<4>, relu>>>);
static_assert(streams_as<network<float, input<5, 4>, over_time<residual<dense<4>>>>,
                         network<float, input<4>, residual<dense<4>>>>);

using branches = network<float, input<5, 4>,
                         own::beside<branch<elman<3>, over_time<dense<2>>>, shortcut,
                                     branch<over_time<residual<dense<4>>>, elman<6>>>>;
using live_branches = stream_of<branches>;
static_assert(live_branches::parameter_count == branches::parameter_count);
static_assert(std::is_same_v<live_branches::output_shape, shape<2 + 4 + 6>>);

// Branches that all end with the last step give one.
using last_inside = network<float, input<5, 4>,
                            own::beside<branch<elman<3>, last_step>, branch<last_step>>, dense<2>>;
static_assert(std::is_same_v<stream_of<last_inside>::stage<0>::output_shape, shape<7>>);

// A state is a plain value, zero at first, of what the layers remember and nothing else.
using live = stream_of<network<float, input<20, 3>, elman<8>, over_time<dense<4, relu>>,
                               residual<elman<4>, over_time<dense<4>>>, last_step, dense<2>>>;
static_assert(sizeof(live::state) == 12 * sizeof(float));
static_assert(std::is_trivially_copyable_v<live::state> && std::is_aggregate_v<live::state>);
static_assert(live::state{} == live::state{});
static_assert(live::state{}.layer<0>().hidden == std::array<float, 8>{});
static_assert([] {
    live::state other;
    other.layer<0>().hidden[7] = 1;
    return other != live::state{};
}());
static_assert(sizeof(live_branches::state) == 9 * sizeof(float));

// It is found as the parameters are: of a layer of layers, those of its layers, or those of a branch.
static_assert(live::state{}.layer<2>().layer<0>().hidden == std::array<float, 4>{});
static_assert(live_branches::state{}.layer<0>().layer<2>().layer<1>().hidden ==
              std::array<float, 6>{});
static_assert(std::is_empty_v<stream_of<network<float, input<5, 3>, over_time<dense<2>>>>::state>);

// A place in a template of a constant, as a network has one.
template <live::state>
struct takes_a_state {};
static_assert(std::is_same_v<takes_a_state<live::state{}>, takes_a_state<live::state{}>>);

// What it costs: the state is RAM.
static_assert(footprint<live>.state_bytes == 48);
static_assert(footprint<live>.ram == footprint<live>.inference_stack_bytes + 48);
static_assert(footprint<branches>.state_bytes == 0);

} // namespace

TEST_CASE("a stream is summed up as what it is", "[network]") {
    CHECK(summary<live>() == "layer       output  parameters  bytes  multiply-adds\n"
                             "input            3                                  \n"
                             "elman            8          96    384             96\n"
                             "dense relu       4          36    144             32\n"
                             "residual         4          56    224             52\n"
                             "dense            2          10     40              8\n"
                             "total                      198    792            188\n");
}
