// expect: layer<1(UL)?, (ctnn::)?dense<2.*gets_a_target_of_size<1(UL)?>.*but_needs_size<2(UL)?>
#include <ctnn/ctnn.hpp>

using model = ctnn::network<double, ctnn::input<2>, ctnn::dense<3, ctnn::relu>, ctnn::dense<2>>;
constexpr model net{};
using pair = std::array<double, 2>;

#ifdef CTNN_WRONG
constexpr std::array samples{ctnn::sample{pair{0.1, 0.7}, std::array{1.0}}};
auto const share = ctnn::accuracy(net, samples);
#else
constexpr std::array samples{ctnn::sample{pair{0.1, 0.7}, pair{1, 0}}};
auto const share = ctnn::accuracy(net, samples);
#endif
