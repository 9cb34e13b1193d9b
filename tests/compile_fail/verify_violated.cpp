// expect: the_property_does_not_hold_for<.*("0\.75"|'0', '\.', '7', '5')
#include <ctnn/ctnn.hpp>

using model = ctnn::network<double, ctnn::input<1>, ctnn::dense<2>>;
constexpr model net{{{{1, -1}}, {0, 1}}};

#ifdef CTNN_WRONG
constexpr auto found = ctnn::verify::class_is(net, {{0.7}, {0.75}}, 1);
#else
constexpr auto found = ctnn::verify::class_is(net, {{0.7}, {0.75}}, 0);
#endif

static_assert(ctnn::verify::require<found>());
