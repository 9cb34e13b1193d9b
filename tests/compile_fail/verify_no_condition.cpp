// expect: condition_of_type<.*>::is_neither_comparisons_of_outputs_nor_a_condition
#include <ctnn/ctnn.hpp>

using namespace ctnn::verify::outputs;
using model = ctnn::network<double, ctnn::input<2>, ctnn::dense<3>>;
constexpr model net{};
constexpr ctnn::box<double, 2> inputs{{0, 0}, {1, 1}};

#ifdef CTNN_WRONG
constexpr auto found = ctnn::verify::prove(net, inputs, output<0>);
#else
constexpr auto found = ctnn::verify::prove(net, inputs, output<0> < 1);
#endif
