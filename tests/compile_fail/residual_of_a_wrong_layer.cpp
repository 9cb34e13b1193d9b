// expect: layer<0(UL)?, .*residual<.*has_layers_of_which<.*layer<1(UL)?, ctnn::dense<0(UL)?.*has_outputs<0(UL)?>.*but_needs_at_least<1(UL)?>
#include <ctnn/ctnn.hpp>

#ifdef CTNN_WRONG
using layer = ctnn::residual<ctnn::dense<4, ctnn::relu>, ctnn::dense<0>>;
#else
using layer = ctnn::residual<ctnn::dense<4, ctnn::relu>, ctnn::dense<2>>;
#endif

using model = ctnn::network<float, ctnn::input<2>, layer>;
constexpr model net{};
