// expect: the_property_does_not_hold
// expect: (the_property_does_not_hold_for|an_input_that_violates_it).*7\.50*e-0?1
#include <ctnn/ctnn.hpp>

using model = ctnn::network<double, ctnn::input<1>, ctnn::dense<2>>;
constexpr model net{{{{1, -1}}, {0, 1}}};

#ifdef CTNN_WRONG
constexpr auto found = ctnn::verify::class_is(net, {{0.7}, {0.75}}, 1);
#else
constexpr auto found = ctnn::verify::class_is(net, {{0.7}, {0.75}}, 0);
#endif

#if defined(__clang__) && __clang_major__ < 18
static_assert(ctnn::verify::require(found));
#else
static_assert(ctnn::verify::require<found>());
#endif
