// expect: layer<0(UL)?, .*max_pool<.*has_option<.*padding<2(UL)?, 0(UL)?>.*leaves_a_window_without_a_place
#include <ctnn/ctnn.hpp>

#ifdef CTNN_WRONG
using around = ctnn::padding<2, 0>;
#else
using around = ctnn::padding<1, 0>;
#endif

using layer = ctnn::max_pool<ctnn::kernel_size<2, 2>, around>;
using model = ctnn::network<float, ctnn::input<8, 8, 1>, layer>;
constexpr model net{};
