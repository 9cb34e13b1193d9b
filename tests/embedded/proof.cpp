// Bounds and proofs compile for boards, which have no vectors, under the same warnings as on a host.

#include <ctnn/ctnn.hpp>

namespace {

using namespace ctnn::verify::outputs;
using model = ctnn::network<float, ctnn::input<2, 2, 1>,
                            ctnn::residual<ctnn::conv2d<1, ctnn::kernel_size<1, 1>, ctnn::mish>>,
                            ctnn::max_pool<ctnn::kernel_size<2, 2>>, ctnn::relu6, ctnn::dense<1>>;
constexpr model net{};
constexpr ctnn::box<float, 4> in{{-1, -1, -1, -1}, {1, 1, 1, 1}};
static_assert(ctnn::linear_bounds(net, in)[0].contains(0));
static_assert(ctnn::verify::prove(net, in, output<0> < 1, 10).proven());

} // namespace
