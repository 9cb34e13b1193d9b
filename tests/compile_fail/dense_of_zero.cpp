// expect: layer<1(UL)?, ctnn::dense<0(UL)?.*has_outputs<0(UL)?>.*but_needs_at_least<1(UL)?>
#include <ctnn/ctnn.hpp>

#ifdef CTNN_WRONG
using model = ctnn::network<double, ctnn::input<2>, ctnn::dense<3>, ctnn::dense<0>>;
constexpr model net{};
#else
using model = ctnn::network<double, ctnn::input<2>, ctnn::dense<3>, ctnn::dense<1>>;
constexpr model net{};
#endif
