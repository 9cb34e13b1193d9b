// expect: layer<1(UL)?, .*parallel<.*multiplied.*has_layers_that_give_shape<.*shape<3(UL)?>.*but_needs_shape<.*shape<4(UL)?>
#include <ctnn/ctnn.hpp>

#ifdef CTNN_WRONG
using gate = ctnn::dense<3, ctnn::sigmoid>;
#else
using gate = ctnn::dense<4, ctnn::sigmoid>;
#endif

using gated = ctnn::parallel<ctnn::multiplied, ctnn::dense<4, ctnn::tanh>, gate>;
using model = ctnn::network<float, ctnn::input<2>, ctnn::dense<5>, gated>;
constexpr model net{};
