// expect: gradient_of_scalar<float>.*but_needs_scalar<double>
#include <ctnn/ctnn.hpp>

using model = ctnn::network<double, ctnn::input<2>, ctnn::dense<3, ctnn::relu>, ctnn::dense<2>>;
constexpr model net{};
using other = ctnn::network<float, ctnn::input<2>, ctnn::dense<3, ctnn::relu>, ctnn::dense<2>>;

#ifdef CTNN_WRONG
constexpr model next = ctnn::sgd{}.update(net, other{});
#else
constexpr model next = ctnn::sgd{}.update(net, model{});
#endif
