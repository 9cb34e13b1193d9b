// expect: the_property_does_not_hold
// expect: without_saturation
#include <ctnn/ctnn.hpp>

using fixed = ctnn::fixed_point<3, 12>;
using model = ctnn::network<fixed, ctnn::input<1>, ctnn::dense<1>>;
constexpr model net{{{{fixed(3)}}, {fixed(0)}}};

#ifdef CTNN_WRONG
constexpr ctnn::box<fixed, 1> inputs{{fixed(0)}, {fixed(3)}};
#else
constexpr ctnn::box<fixed, 1> inputs{{fixed(0)}, {fixed(2)}};
#endif
auto const lean = ctnn::verify::without_saturation(net, inputs);
