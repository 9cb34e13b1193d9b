// expect: layer<0(UL)?, .*conv2d<.*lacks_a_kernel_size
#include <ctnn/ctnn.hpp>

#ifdef CTNN_WRONG
using layer = ctnn::conv2d<4, ctnn::strides<2, 2>, ctnn::relu>;
#else
using layer = ctnn::conv2d<4, ctnn::kernel_size<3, 3>, ctnn::strides<2, 2>, ctnn::relu>;
#endif

using model = ctnn::network<float, ctnn::input<8, 8, 1>, layer>;
constexpr model net{};
