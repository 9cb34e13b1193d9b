// expect: an_output_in_a_condition_is_divided_by_zero
#include <ctnn/ctnn.hpp>

using namespace ctnn::verify::outputs;
using model = ctnn::network<double, ctnn::input<2>, ctnn::dense<3>>;
constexpr model net{};
constexpr ctnn::box<double, 2> inputs{{0, 0}, {1, 1}};

#ifdef CTNN_WRONG
constexpr auto wanted = output<0> / 0 < 1;
#else
constexpr auto wanted = output<0> / 2 < 1;
#endif
