// expect: layer<0(UL)?, .*average_pool<.*has_option<.*padding<2(UL)?, 0(UL)?>.*leaves_a_window_without_a_place
#include <ctnn/ctnn.hpp>

#ifdef CTNN_WRONG
using padding = ctnn::padding<2, 0>;
#else
using padding = ctnn::padding<1, 0>;
#endif

using layer = ctnn::average_pool<ctnn::kernel_size<2, 2>, padding>;
using model = ctnn::network<float, ctnn::input<4, 4, 1>, layer>;
constexpr model net{};
