// expect: layer<0(UL)?, .*zero_padding<.*gets_an_input_of_shape<.*shape<2(UL)?, 3(UL)?>.*but_needs_rank<3(UL)?>
#include <ctnn/ctnn.hpp>

#ifdef CTNN_WRONG
using layer = ctnn::zero_padding<1, 1>;
#else
using layer = ctnn::zero_padding<1>;
#endif

using model = ctnn::network<float, ctnn::input<2, 3>, layer>;
constexpr model net{};
