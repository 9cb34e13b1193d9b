// expect: linear_bounds_of_scalar<ctnn::(number::)?fixed_point<3, 12.*but_need_float_or_double
#include <ctnn/ctnn.hpp>

using number = ctnn::fixed_point<3, 12>;
using model = ctnn::network<number, ctnn::input<1>, ctnn::dense<2, ctnn::relu>, ctnn::dense<1>>;
constexpr model net{};
constexpr ctnn::box<number, 1> box{};
#ifdef CTNN_WRONG
constexpr auto y = ctnn::linear_bounds(net, box);
#else
constexpr auto y = ctnn::bounds(net, box);
#endif
