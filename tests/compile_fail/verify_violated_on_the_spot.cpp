// expect: the_property_does_not_hold
// expect: an_input_that_violates_it
#include <ctnn/ctnn.hpp>

using model = ctnn::network<double, ctnn::input<1>, ctnn::dense<2>>;
constexpr model net{{{{1, -1}}, {0, 1}}};

#ifdef CTNN_WRONG
static_assert(ctnn::verify::require(ctnn::verify::class_is(net, {{0.7}, {0.75}}, 1)));
#else
static_assert(ctnn::verify::require(ctnn::verify::class_is(net, {{0.7}, {0.75}}, 0)));
#endif
