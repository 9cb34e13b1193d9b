// expect: layer<0(UL)?, .*upsample<2(UL)?, 0(UL)?>.*has_a_number_0_but_needs_at_least_1
#include <ctnn/ctnn.hpp>

#ifdef CTNN_WRONG
using layer = ctnn::upsample<2, 0>;
#else
using layer = ctnn::upsample<2, 1>;
#endif

using model = ctnn::network<float, ctnn::input<2, 3, 1>, layer>;
constexpr model net{};
