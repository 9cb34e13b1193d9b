// expect: layer<1(UL)?, ctnn::dense<2.*gets_a_gradient_of<ctnn::dense<4(UL)?.*but_needs_inputs_and_outputs<3(UL)?, 2(UL)?>
#include <ctnn/ctnn.hpp>

using model = ctnn::network<double, ctnn::input<2>, ctnn::dense<3, ctnn::relu>, ctnn::dense<2>>;
constexpr model net{};
using other = ctnn::network<double, ctnn::input<2>, ctnn::dense<3, ctnn::relu>, ctnn::dense<4>>;

#ifdef CTNN_WRONG
constexpr model next = ctnn::sgd{}.update(net, other{});
#else
constexpr model next = ctnn::sgd{}.update(net, model{});
#endif
