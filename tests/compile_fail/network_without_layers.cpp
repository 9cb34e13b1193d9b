// expect: network_has_layers<0(UL)?>.*but_needs_at_least<1(UL)?>
#include <ctnn/ctnn.hpp>

#ifdef CTNN_WRONG
using model = ctnn::network<double, ctnn::input<2>>;
constexpr model net{};
#else
using model = ctnn::network<double, ctnn::input<2>, ctnn::dense<2>>;
constexpr model net{};
#endif
