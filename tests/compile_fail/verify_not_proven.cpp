// expect: the_property_is_not_proven_from<.*("0\.2687[0-9]*"|'0', '\.', '2', '6', '8', '7').*up_to<.*("2\.5"|'2', '\.', '5').*after_boxes<1
#include <ctnn/ctnn.hpp>

// relu(x) - relu(x) is 0, but it takes more than one box to see that it is above -0.4. (Next would be the upper half of the
// part that is left of the box.)
using model = ctnn::network<float, ctnn::input<1>, ctnn::dense<2, ctnn::relu>, ctnn::dense<1>>;
constexpr model net{{{{1, 1}}, {0, 0}}, {{{1}, {-1}}, {0}}};

#ifdef CTNN_WRONG
constexpr std::size_t boxes = 1;
#else
constexpr std::size_t boxes = 9;
#endif
constexpr auto found =
    ctnn::verify::output_within(net, {{-2.5f}, {2.5f}}, {{-0.4f}, {0.4f}}, boxes);

static_assert(ctnn::verify::require<found>());
