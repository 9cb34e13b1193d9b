// expect: layer<1(UL)?, .*basic_batch_norm<.*has_an_epsilon_that_is_negative_or_not_finite
#include <ctnn/ctnn.hpp>

#ifdef CTNN_WRONG
using layer = ctnn::basic_batch_norm<-1e-3>;
#else
using layer = ctnn::basic_batch_norm<1e-3>;
#endif

using model = ctnn::network<float, ctnn::input<2>, ctnn::dense<4>, layer, ctnn::relu>;
constexpr model net{};
