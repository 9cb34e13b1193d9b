// expect: nothing_was_proven_because<.*the_tolerance_is_below_0_or_not_finite
#include <ctnn/ctnn.hpp>

using model = ctnn::network<float, ctnn::input<1>, ctnn::dense<1>>;
constexpr model net{{{{1}}, {0}}};
constexpr auto approximation = ctnn::convert<ctnn::fixed_point<3, 12>>(net);

#ifdef CTNN_WRONG
constexpr auto found = ctnn::verify::equivalent(net, approximation, {{0}, {1}}, -1);
#else
constexpr auto found = ctnn::verify::equivalent(net, approximation, {{0}, {1}}, 1);
#endif
static_assert(ctnn::verify::require<found>());
