// expect: layer<0(UL)?, .*conv2d_transpose<.*has_option<.*padding<3(UL)?, 0(UL)?>.*leaves_no_output
#include <ctnn/ctnn.hpp>

#ifdef CTNN_WRONG
using left_out = ctnn::padding<3, 0>;
#else
using left_out = ctnn::padding<1, 0>;
#endif

using layer = ctnn::conv2d_transpose<4, ctnn::kernel_size<3, 3>, left_out>;
using model = ctnn::network<float, ctnn::input<4, 4, 1>, layer>;
constexpr model net{};
