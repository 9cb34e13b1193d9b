// expect: outputs_are_rounded_so_ask_for_a_range_with_two_comparisons_and_not_for_equality
#include <ctnn/ctnn.hpp>

using namespace ctnn::verify::outputs;
using model = ctnn::network<double, ctnn::input<2>, ctnn::dense<3>>;
constexpr model net{};
constexpr ctnn::box<double, 2> inputs{{0, 0}, {1, 1}};

#ifdef CTNN_WRONG
constexpr auto wanted = output<0> != output<1>;
#else
constexpr auto wanted = output<0> < output<1> || output < 0 >> output<1>;
#endif
