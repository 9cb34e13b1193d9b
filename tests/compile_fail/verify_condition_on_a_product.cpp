// expect: a_product_or_quotient_of_outputs_is_not_linear
#include <ctnn/ctnn.hpp>

using namespace ctnn::verify::outputs;
using model = ctnn::network<double, ctnn::input<2>, ctnn::dense<3>>;
constexpr model net{};
constexpr ctnn::box<double, 2> inputs{{0, 0}, {1, 1}};

#ifdef CTNN_WRONG
constexpr auto wanted = output<0> * output<1> < 1;
#else
constexpr auto wanted = 2 * output<1> < 1;
#endif
