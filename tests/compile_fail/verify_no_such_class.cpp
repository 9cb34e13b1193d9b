// expect: nothing_was_proven_because<.*the_network_has_no_such_class
#include <ctnn/ctnn.hpp>

using model = ctnn::network<float, ctnn::input<1>, ctnn::dense<2>>;
constexpr model net{{{{1, 0}}, {0, -1}}};

#ifdef CTNN_WRONG
constexpr auto found = ctnn::verify::class_is(net, {{0}, {1}}, 2);
#else
constexpr auto found = ctnn::verify::class_is(net, {{0}, {1}}, 0);
#endif
static_assert(ctnn::verify::require<found>());
