// expect: standardization_of_inputs<2(UL)?>.*but_the_network_has<3
#include <ctnn/ctnn.hpp>

using model = ctnn::network<float, ctnn::input<3>, ctnn::dense<2>>;
constexpr model net{};

#ifdef CTNN_WRONG
constexpr ctnn::standardization<float, 2> scale({1, 2}, {1, 1});
#else
constexpr ctnn::standardization<float, 3> scale({1, 2, 3}, {1, 1, 1});
#endif
constexpr auto raw = ctnn::with_raw_inputs(net, scale);
