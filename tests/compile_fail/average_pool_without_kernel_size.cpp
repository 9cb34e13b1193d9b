// expect: layer<0(UL)?, .*average_pool<.*lacks_a_kernel_size
#include <ctnn/ctnn.hpp>

#ifdef CTNN_WRONG
using layer = ctnn::average_pool<ctnn::strides<2, 2>>;
#else
using layer = ctnn::average_pool<ctnn::kernel_size<2, 2>>;
#endif

using model = ctnn::network<float, ctnn::input<4, 4, 1>, layer>;
constexpr model net{};
