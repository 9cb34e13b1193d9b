// expect: the_property_does_not_hold_for<.*("0\.1[0-9]*"|'0', '\.', '1')
#include <ctnn/ctnn.hpp>

using fixed = ctnn::fixed_point<3, 4>;
using model = ctnn::network<float, ctnn::input<1>, ctnn::dense<1>>;
constexpr model net{{{{1}}, {0}}};

#ifdef CTNN_WRONG
constexpr auto found =
    ctnn::verify::equivalent(net, ctnn::convert<fixed>(net), {{0.1f}, {0.1f}}, 1e-3);
#else
constexpr auto found =
    ctnn::verify::equivalent(net, ctnn::convert<fixed>(net), {{0.1f}, {0.1f}}, 0.1);
#endif
static_assert(ctnn::verify::require<found>());
