// expect: static.assertion failed|static_assert.* failed
// expect: proven
#include <ctnn/ctnn.hpp>

// x - x / 2 grows as a real function, but its terms go both ways, and each is rounded.
using model = ctnn::network<float, ctnn::input<1>, ctnn::dense<2>, ctnn::dense<1>>;
constexpr model net{{{{1, 0.5f}}, {0, 0}}, {{{1}, {-1}}, {0}}};
constexpr auto found = ctnn::verify::monotone(net, {{0}, {1}}, 0, 0);
#ifdef CTNN_WRONG
static_assert(found.proven());
#else
static_assert(found.proven_up_to(1e-5));
#endif
