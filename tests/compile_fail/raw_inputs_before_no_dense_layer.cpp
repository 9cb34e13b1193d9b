// expect: raw_inputs_need_a_dense_layer_first_and_not<.*tanh
#include <ctnn/ctnn.hpp>

#ifdef CTNN_WRONG
using model = ctnn::network<float, ctnn::input<2>, ctnn::tanh, ctnn::dense<2>>;
#else
using model = ctnn::network<float, ctnn::input<2>, ctnn::dense<2, ctnn::tanh>, ctnn::dense<2>>;
#endif
constexpr model net{};
constexpr ctnn::standardization<float, 2> scale({1, 2}, {1, 1});
constexpr auto raw = ctnn::with_raw_inputs(net, scale);
