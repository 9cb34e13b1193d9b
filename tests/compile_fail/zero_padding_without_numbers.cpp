// expect: layer<0(UL)?, .*zero_padding<>.*has_no_numbers_but_needs_one_for_each_axis
#include <ctnn/ctnn.hpp>

#ifdef CTNN_WRONG
using layer = ctnn::zero_padding<>;
#else
using layer = ctnn::zero_padding<0>;
#endif

using model = ctnn::network<float, ctnn::input<2, 3>, layer>;
constexpr model net{};
