// expect: layer<1(UL)?, (ctnn::)?dense<2.*gets_a_target_of_type<.*int, 2.*but_needs_type<.*double, 2
#include <ctnn/ctnn.hpp>

using model = ctnn::network<double, ctnn::input<2>, ctnn::dense<3, ctnn::relu>, ctnn::dense<2>>;
constexpr model net{};
constexpr std::array x{0.1, 0.7};

#ifdef CTNN_WRONG
auto const value = ctnn::loss(net, ctnn::mean_squared_error{}, x, std::array{1, 0});
#else
auto const value = ctnn::loss(net, ctnn::mean_squared_error{}, x, std::array{1.0, 0.0});
#endif
