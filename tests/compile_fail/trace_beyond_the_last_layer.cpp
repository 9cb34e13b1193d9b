// expect: layer_index<2(UL)?>::is_beyond_a_network_of_layers<2(UL)?>
#include <ctnn/ctnn.hpp>

using model = ctnn::network<float, ctnn::input<2>, ctnn::dense<3, ctnn::relu>, ctnn::dense<2>>;
constexpr auto seen = ctnn::trace(model{}, {1, 2});
#ifdef CTNN_WRONG
constexpr auto y = seen.layer<2>();
#else
constexpr auto y = seen.layer<1>();
#endif
