// expect: comparisons_in_a_chain_need_and_between_them
#include <ctnn/ctnn.hpp>

using namespace ctnn::verify::outputs;
using model = ctnn::network<double, ctnn::input<2>, ctnn::dense<3>>;
constexpr model net{};
constexpr ctnn::box<double, 2> inputs{{0, 0}, {1, 1}};

#ifdef CTNN_WRONG
constexpr auto wanted = 0 < output<0> < 1;
#else
constexpr auto wanted = 0 < output<0> && output<0> < 1;
#endif
