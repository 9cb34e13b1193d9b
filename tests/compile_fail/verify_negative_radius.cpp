// expect: nothing_was_proven_because<.*the_radius_is_below_0_or_no_number
#include <ctnn/ctnn.hpp>

using model = ctnn::network<float, ctnn::input<1>, ctnn::dense<2>>;
constexpr model net{{{{1, 0}}, {0, -1}}};

#ifdef CTNN_WRONG
constexpr auto found = ctnn::verify::robust(net, {0.5f}, -1.0f);
#else
constexpr auto found = ctnn::verify::robust(net, {0.5f}, 1.0f);
#endif
static_assert(ctnn::verify::require<found>());
