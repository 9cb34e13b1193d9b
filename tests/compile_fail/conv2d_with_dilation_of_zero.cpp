// expect: layer<0(UL)?, .*conv2d<.*has_option<.*dilation<0(UL)?, 1(UL)?>.*but_needs_at_least_one_along_each_axis
#include <ctnn/ctnn.hpp>

#ifdef CTNN_WRONG
using apart = ctnn::dilation<0, 1>;
#else
using apart = ctnn::dilation<1, 1>;
#endif

using layer = ctnn::conv2d<4, ctnn::kernel_size<3, 3>, apart>;
using model = ctnn::network<float, ctnn::input<8, 8, 1>, layer>;
constexpr model net{};
