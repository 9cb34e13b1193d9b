// expect: layer<1(UL)?, .*conv2d<.*gets_an_input_of_shape<.*shape<6(UL)?, 2(UL)?, 4(UL)?>.*but_needs_at_least<.*shape<3(UL)?, 5(UL)?, 4(UL)?>
#include <ctnn/ctnn.hpp>

#ifdef CTNN_WRONG
using image = ctnn::input<8, 4, 1>;
#else
using image = ctnn::input<8, 7, 1>;
#endif

using model = ctnn::network<float, image, ctnn::conv2d<4, ctnn::kernel_size<3, 3>>,
                            ctnn::conv2d<2, ctnn::kernel_size<3, 5>>>;
constexpr model net{};
