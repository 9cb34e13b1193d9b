// expect: nothing_was_proven_because<.*the_limit_is_below_0_or_not_finite
#include <ctnn/ctnn.hpp>

using model = ctnn::network<float, ctnn::input<1>, ctnn::dense<2>>;
constexpr model net{{{{1, 0}}, {0, -1}}};

#ifdef CTNN_WRONG
constexpr auto found = ctnn::verify::lipschitz_below(net, {{0}, {1}}, -1);
#else
constexpr auto found = ctnn::verify::lipschitz_below(net, {{0}, {1}}, 2);
#endif
static_assert(ctnn::verify::require<found>());
