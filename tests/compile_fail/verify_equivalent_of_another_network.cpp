// expect: approximation_of_type<.*>.*is_not_one_of<.*dense<2
#include <ctnn/ctnn.hpp>

using fixed = ctnn::fixed_point<3, 12>;
using model = ctnn::network<float, ctnn::input<1>, ctnn::dense<2>>;
#ifdef CTNN_WRONG
using other = ctnn::network<fixed, ctnn::input<1>, ctnn::dense<3>>;
#else
using other = ctnn::network<fixed, ctnn::input<1>, ctnn::dense<2>>;
#endif
static_assert(ctnn::verify::equivalent(model{}, other{}, {{0}, {1}}, 0.1).proven());
