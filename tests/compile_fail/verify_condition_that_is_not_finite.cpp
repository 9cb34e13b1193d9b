// expect: nothing_was_proven_because<.*a_number_of_the_condition_is_not_finite_or_was_rounded_or_there_is_no_such_class
#include <ctnn/ctnn.hpp>
#include <limits>

using model = ctnn::network<float, ctnn::input<1>, ctnn::dense<2>>;
constexpr model net{{{{1, 0}}, {0, -1}}};

#ifdef CTNN_WRONG
constexpr auto found = ctnn::verify::output_within(
    net, {{0}, {1}}, {{-2, -2}, {2, std::numeric_limits<float>::infinity()}});
#else
constexpr auto found = ctnn::verify::output_within(net, {{0}, {1}}, {{-2, -2}, {2, 1e30f}});
#endif
static_assert(ctnn::verify::require<found>());
