// expect: the_property_is_proven_of_real_numbers_only_with_slack<.*("[0-9.]+e-6"|'e', '-', '6'|"0.00000|'0', '\.', '0', '0', '0', '0', '0')
#include <ctnn/ctnn.hpp>

// x - x / 2 grows as a real function, but its terms go both ways, and each is rounded.
using model = ctnn::network<float, ctnn::input<1>, ctnn::dense<2>, ctnn::dense<1>>;
constexpr model net{{{{1, 0.5f}}, {0, 0}}, {{{1}, {-1}}, {0}}};
constexpr auto found = ctnn::verify::monotone(net, {{0}, {1}}, 0, 0);

#ifndef CTNN_WRONG
static_assert(found.proven_up_to(1e-5));
#else
static_assert(ctnn::verify::require<found>());
#endif
