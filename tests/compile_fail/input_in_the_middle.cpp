// expect: layer<1(UL)?, ctnn::input<3(UL)?>.*lacks_a_bound_template_over_scalar_and_input_size
#include <ctnn/ctnn.hpp>

#ifdef CTNN_WRONG
using model = ctnn::network<double, ctnn::input<2>, ctnn::dense<3>, ctnn::input<3>, ctnn::dense<2>>;
constexpr model net{};
#else
using model = ctnn::network<double, ctnn::input<2>, ctnn::dense<3>, ctnn::dense<2>>;
constexpr model net{};
#endif
