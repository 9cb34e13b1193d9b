// expect: the_property_does_not_hold_between<.*("-1"|'-', '1').*and_the_input<.*("1"|'1')
#include <ctnn/ctnn.hpp>

using model = ctnn::network<float, ctnn::input<1>, ctnn::dense<1>>;
constexpr model net{{{{2}}, {0}}};

#ifdef CTNN_WRONG
constexpr auto found = ctnn::verify::lipschitz_below(net, {{-1}, {1}}, 1.5);
#else
constexpr auto found = ctnn::verify::lipschitz_below(net, {{-1}, {1}}, 2.5);
#endif
static_assert(ctnn::verify::require<found>());
