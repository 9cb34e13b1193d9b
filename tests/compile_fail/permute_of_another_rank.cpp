// expect: layer<0(UL)?, .*permute<1(UL)?, 0(UL)?>.*gets_an_input_of_shape<.*shape<2(UL)?, 3(UL)?, 1(UL)?>.*but_needs_rank<2(UL)?>
#include <ctnn/ctnn.hpp>

#ifdef CTNN_WRONG
using layer = ctnn::permute<1, 0>;
#else
using layer = ctnn::permute<1, 0, 2>;
#endif

using model = ctnn::network<float, ctnn::input<2, 3, 1>, layer>;
constexpr model net{};
