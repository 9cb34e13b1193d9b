// expect: network_of<int>.*but_needs_a_scalar
#include <ctnn/ctnn.hpp>

#ifdef CTNN_WRONG
using model = ctnn::network<int, ctnn::input<2>, ctnn::dense<2>>;
constexpr model net{};
#else
using model = ctnn::network<float, ctnn::input<2>, ctnn::dense<2>>;
constexpr model net{};
#endif
