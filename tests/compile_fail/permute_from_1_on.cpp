// expect: layer<0(UL)?, .*permute<2(UL)?, 1(UL)?>.*does_not_name_each_axis_from_0_on_once
#include <ctnn/ctnn.hpp>

#ifdef CTNN_WRONG
using layer = ctnn::permute<2, 1>;
#else
using layer = ctnn::permute<1, 0>;
#endif

using model = ctnn::network<float, ctnn::input<2, 3>, layer>;
constexpr model net{};
