// expect: the_network_has_no_such_output
// expect: output_of_a_network_that_has
#include <ctnn/ctnn.hpp>

using model = ctnn::network<float, ctnn::input<2>, ctnn::dense<1>>;
constexpr model net{{{{1}, {1}}, {0}}};
#ifdef CTNN_WRONG
constexpr std::size_t price = 1;
#else
constexpr std::size_t price = 0;
#endif
static_assert(ctnn::verify::monotone(net, {{0, 0}, {1, 1}}, 0, price).proven());
