// expect: the_property_does_not_hold_between<.*("0\.5"|'0', '\.', '5').*and_the_input<.*("1"|'1')
#include <ctnn/ctnn.hpp>

// It rises up to 1/2, and falls after it.
using model = ctnn::network<float, ctnn::input<1>, ctnn::dense<2, ctnn::relu>, ctnn::dense<1>>;
constexpr model net{{{{1, 1}}, {0, -0.5f}}, {{{1}, {-2}}, {0}}};

#ifdef CTNN_WRONG
constexpr auto found = ctnn::verify::monotone(net, {{0}, {1}}, 0, 0);
#else
constexpr auto found = ctnn::verify::monotone(net, {{0}, {0.5f}}, 0, 0);
#endif

static_assert(ctnn::verify::require<found>());
