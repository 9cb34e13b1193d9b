// expect: layer<0(UL)?, .*depthwise_conv2d<.*has_option<.*depth_multiplier<0(UL)?>.*but_needs_at_least_one
#include <ctnn/ctnn.hpp>

#ifdef CTNN_WRONG
using option = ctnn::depth_multiplier<0>;
#else
using option = ctnn::depth_multiplier<2>;
#endif

using layer = ctnn::depthwise_conv2d<ctnn::kernel_size<3, 3>, option>;
using model = ctnn::network<float, ctnn::input<8, 8, 4>, layer>;
constexpr model net{};
