// expect: gradient_of_type<ctnn::backpropagation<.*but_needs_type<ctnn::network<double
#include <ctnn/ctnn.hpp>

using model = ctnn::network<double, ctnn::input<2>, ctnn::dense<3, ctnn::relu>, ctnn::dense<2>>;
constexpr model net{};
constexpr auto back = ctnn::backpropagate(net, ctnn::mean_squared_error{}, {0.1, 0.7}, {1.0, 0.0});

#ifdef CTNN_WRONG
constexpr model next = ctnn::sgd{}.update(net, back);
#else
constexpr model next = ctnn::sgd{}.update(net, back.gradient);
#endif
