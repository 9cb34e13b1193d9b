// expect: layer<0(UL)?, .*separable_conv2d<.*has_layers_of_which<.*depthwise_conv2d<.*has_option<.*strides<2(UL)?>.*but_needs_numbers<2
#include <ctnn/ctnn.hpp>

#ifdef CTNN_WRONG
using apart = ctnn::strides<2>;
#else
using apart = ctnn::strides<2, 2>;
#endif

using layer = ctnn::separable_conv2d<4, ctnn::kernel_size<3, 3>, apart>;
using model = ctnn::network<float, ctnn::input<8, 8, 2>, layer>;
constexpr model net{};
