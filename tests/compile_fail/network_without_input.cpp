// expect: network_begins_with<ctnn::dense<3(UL)?.*but_needs_input_of_size_first
#include <ctnn/ctnn.hpp>

#ifdef CTNN_WRONG
using model = ctnn::network<double, ctnn::dense<3>, ctnn::dense<2>>;
constexpr model net{};
#else
using model = ctnn::network<double, ctnn::input<2>, ctnn::dense<3>, ctnn::dense<2>>;
constexpr model net{};
#endif
