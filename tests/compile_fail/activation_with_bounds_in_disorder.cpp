// expect: activation<.*own>::has_bounds_of_which_the_lower_is_above_the_upper
#include <ctnn/activation/relu.hpp>
#include <ctnn/layer/dense.hpp>
#include <ctnn/verify/linear_bounds.hpp>

struct own : ctnn::relu {
#ifdef CTNN_WRONG
    static constexpr ctnn::output_bounds bounds{1, 0};
#endif
};

using model = ctnn::network<double, ctnn::input<2>, ctnn::dense<3, own>>;
constexpr model net{};
constexpr auto y = ctnn::linear_bounds(net, ctnn::box<double, 2>{});
