// expect: stream_of_type<int>::but_needs_a_network
#include <ctnn/ctnn.hpp>

#ifdef CTNN_WRONG
using model = int;
#else
using model = ctnn::network<float, ctnn::input<5, 3>, ctnn::relu>;
#endif

constexpr ctnn::stream_of<model> net{};
