// expect: gradient_of_layers<1(UL)?>.*but_needs<2(UL)?>
#include <ctnn/ctnn.hpp>

using model = ctnn::network<double, ctnn::input<2>, ctnn::dense<3, ctnn::relu>, ctnn::dense<2>>;
constexpr model net{};
using other = ctnn::network<double, ctnn::input<2>, ctnn::dense<3, ctnn::relu>>;

#ifdef CTNN_WRONG
constexpr model next = ctnn::sgd{}.update(net, other{});
#else
constexpr model next = ctnn::sgd{}.update(net, model{});
#endif
