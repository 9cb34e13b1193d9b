// expect: layer<0(UL)?, .*reshape<3(UL)?, 3(UL)?>.*gets_an_input_of_shape<.*shape<8(UL)?>.*but_needs_the_size_of<.*shape<3(UL)?, 3(UL)?>
#include <ctnn/ctnn.hpp>

#ifdef CTNN_WRONG
using layer = ctnn::reshape<3, 3>;
#else
using layer = ctnn::reshape<2, 4>;
#endif

using model = ctnn::network<float, ctnn::input<8>, layer>;
constexpr model net{};
