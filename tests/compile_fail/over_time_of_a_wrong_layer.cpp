// expect: layer<0(UL)?, .*over_time<.*conv2d<.*has_layers_of_which<.*layer<0(UL)?, .*conv2d<.*gets_an_input_of_shape<.*shape<3(UL)?, 1(UL)?>.*but_needs_rank<3(UL)?>
#include <ctnn/ctnn.hpp>

#ifdef CTNN_WRONG
using input = ctnn::input<5, 3, 1>;
#else
using input = ctnn::input<5, 3, 3, 1>;
#endif

using layer = ctnn::over_time<ctnn::conv2d<2, ctnn::kernel_size<2, 2>>>;
using model = ctnn::network<float, input, layer>;
constexpr model net{};
