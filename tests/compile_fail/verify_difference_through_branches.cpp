// expect: layer<0(UL)?, .*residual<.*has_no_differences_because_it_is_neither_affine_nor_an_activation
#include <ctnn/ctnn.hpp>

#ifdef CTNN_WRONG
using layer = ctnn::residual<ctnn::dense<1>>;
#else
using layer = ctnn::dense<1>;
#endif
using fixed = ctnn::fixed_point<3, 12>;
using model = ctnn::network<float, ctnn::input<1>, layer>;
constexpr model net{};
constexpr auto small = ctnn::convert<fixed>(net);
constexpr ctnn::box<float, 1> box{{0}, {1}};
constexpr auto d = ctnn::verify::difference_bounds(net, small, box);
