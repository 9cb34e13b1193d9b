// expect: layer<0(UL)?, .*residual<.*has_layers_that_give_shape<.*shape<6(UL)?, 6(UL)?, 1(UL)?>.*but_needs_shape<.*shape<8(UL)?, 8(UL)?, 1(UL)?>
#include <ctnn/ctnn.hpp>

#ifdef CTNN_WRONG
using layer = ctnn::residual<ctnn::conv2d<1, ctnn::kernel_size<3, 3>>>;
#else
using layer = ctnn::residual<ctnn::conv2d<1, ctnn::kernel_size<3, 3>, ctnn::padding_same>>;
#endif

using model = ctnn::network<float, ctnn::input<8, 8, 1>, layer>;
constexpr model net{};
