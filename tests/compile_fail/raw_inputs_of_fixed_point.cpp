// expect: raw_inputs_of_scalar<.*fixed_point<3, 12.*but_need_float_or_double_so_convert_afterwards
#include <ctnn/ctnn.hpp>

using model = ctnn::network<float, ctnn::input<2>, ctnn::dense<2>>;
using fixed = ctnn::fixed_point<3, 12>;
constexpr model net{};
constexpr ctnn::standardization<float, 2> scale({1, 2}, {1, 1});

#ifdef CTNN_WRONG
constexpr auto raw = ctnn::with_raw_inputs(ctnn::convert<fixed>(net), scale);
#else
constexpr auto raw = ctnn::convert<fixed>(ctnn::with_raw_inputs(net, scale));
#endif
