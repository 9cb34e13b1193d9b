// expect: error.*overflow_of_scalar<float>::is_asked_of_fixed_point_only
// lines: 6 25
#include <ctnn/ctnn.hpp>

#ifdef CTNN_WRONG
using number = float;
#else
using number = ctnn::fixed_point<3, 12>;
#endif
using model = ctnn::network<number, ctnn::input<1>, ctnn::dense<1, ctnn::relu>>;
constexpr model net{};
static_assert(ctnn::verify::no_overflow(net, {{number(0)}, {number(1)}}).proven());
