// expect: first_argument_of_type<.*is_not_a_network
#include <ctnn/ctnn.hpp>

using model = ctnn::network<double, ctnn::input<2>, ctnn::dense<3, ctnn::relu>, ctnn::dense<2>>;
constexpr model net{};
using pair = std::array<double, 2>;
constexpr std::array samples{ctnn::sample{pair{0.1, 0.7}, pair{1, 0}}};
constexpr pair x{0.1, 0.7}, target{1, 0};

#ifdef CTNN_WRONG
auto const share = ctnn::accuracy(samples, net);
#else
auto const share = ctnn::accuracy(net, samples);
#endif
