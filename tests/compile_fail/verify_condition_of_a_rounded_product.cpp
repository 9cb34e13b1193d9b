// expect: numbers_in_a_condition_add_up_to_no_double_so_write_the_result
#include <ctnn/ctnn.hpp>

using namespace ctnn::verify::outputs;
using model = ctnn::network<double, ctnn::input<2>, ctnn::dense<3>>;
constexpr model net{};
constexpr ctnn::box<double, 2> inputs{{0, 0}, {1, 1}};

#ifdef CTNN_WRONG
constexpr auto wanted = output<0> / 3 < 0.1;
#else
constexpr auto wanted = output<0> / 3 < 0.125;
#endif
