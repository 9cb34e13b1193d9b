// expect: layer<0(UL)?, .*conv2d<.*has_option<.*groups<3(UL)?>.*but_has_channels<4
#include <ctnn/ctnn.hpp>

#ifdef CTNN_WRONG
using option = ctnn::groups<3>;
#else
using option = ctnn::groups<2>;
#endif

using layer = ctnn::conv2d<6, ctnn::kernel_size<3, 3>, option>;
using model = ctnn::network<float, ctnn::input<8, 8, 4>, layer>;
constexpr model net{};
