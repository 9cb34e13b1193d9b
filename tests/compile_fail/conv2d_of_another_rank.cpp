// expect: layer<0(UL)?, .*conv2d<.*gets_an_input_of_shape<.*shape<28(UL)?, 28(UL)?>.*but_needs_rank<3(UL)?>
#include <ctnn/ctnn.hpp>

#ifdef CTNN_WRONG
using image = ctnn::input<28, 28>;
#else
using image = ctnn::input<28, 28, 1>;
#endif

using model = ctnn::network<float, image, ctnn::conv2d<4, ctnn::kernel_size<3, 3>>>;
constexpr model net{};
