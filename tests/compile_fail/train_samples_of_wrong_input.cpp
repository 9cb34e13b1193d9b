// expect: layer<0(UL)?, (ctnn::)?dense<3(UL)?, (ctnn::)?relu.*gets_an_input_of_size<1(UL)?>.*but_needs_size<2(UL)?>
#include <ctnn/ctnn.hpp>

using model = ctnn::network<double, ctnn::input<2>, ctnn::dense<3, ctnn::relu>, ctnn::dense<2>>;
constexpr model net{};
using pair = std::array<double, 2>;

#ifdef CTNN_WRONG
constexpr std::array samples{ctnn::sample{std::array{0.1}, pair{1, 0}}};
auto const result = ctnn::train(net, ctnn::mean_squared_error{}, ctnn::sgd{}, samples, {});
#else
constexpr std::array samples{ctnn::sample{pair{0.1, 0.7}, pair{1, 0}}};
auto const result = ctnn::train(net, ctnn::mean_squared_error{}, ctnn::sgd{}, samples, {});
#endif
