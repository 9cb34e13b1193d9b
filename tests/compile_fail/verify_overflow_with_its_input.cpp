// expect: the_property_does_not_hold_for<.*("3"|'3')
#include <ctnn/ctnn.hpp>

using fixed = ctnn::fixed_point<3, 12>;
using model = ctnn::network<fixed, ctnn::input<1>, ctnn::dense<1>>;
constexpr model net{{{{fixed(3)}}, {fixed(0)}}};

#ifdef CTNN_WRONG
constexpr auto found = ctnn::verify::no_overflow(net, {{fixed(0)}, {fixed(3)}});
#else
constexpr auto found = ctnn::verify::no_overflow(net, {{fixed(0)}, {fixed(2)}});
#endif
static_assert(ctnn::verify::require<found>());
