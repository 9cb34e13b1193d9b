// expect: layer_index<7(UL)?>.*is_beyond_a_network_of_layers<2(UL)?>
#include <ctnn/ctnn.hpp>

using model = ctnn::network<double, ctnn::input<2>, ctnn::dense<3, ctnn::relu>, ctnn::dense<2>>;
constexpr model net{};

#ifdef CTNN_WRONG
auto const weights = net.layer<7>().weights;
#else
auto const weights = net.layer<1>().weights;
#endif
