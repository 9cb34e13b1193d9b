// expect: samples_of_type<(ctnn::)?sample<.*are_not_a_contiguous_range_of_sample
#include <ctnn/ctnn.hpp>

using model = ctnn::network<double, ctnn::input<2>, ctnn::dense<3, ctnn::relu>, ctnn::dense<2>>;
constexpr model net{};
using pair = std::array<double, 2>;

#ifdef CTNN_WRONG
constexpr ctnn::sample one{pair{0.1, 0.7}, pair{1, 0}};
auto const result = ctnn::train(net, ctnn::mean_squared_error{}, ctnn::sgd{}, one, {});
#else
constexpr std::array samples{ctnn::sample{pair{0.1, 0.7}, pair{1, 0}}};
auto const result = ctnn::train(net, ctnn::mean_squared_error{}, ctnn::sgd{}, samples, {});
#endif
