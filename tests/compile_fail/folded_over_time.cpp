// expect: layer<1(UL)?, .*over_time<.*normalizes_inside_a_layer_so_write_it_outside_of_over_time
#include <ctnn/ctnn.hpp>

#ifdef CTNN_WRONG
using layer = ctnn::over_time<ctnn::batch_norm>;
#else
using layer = ctnn::batch_norm;
#endif

using model = ctnn::network<float, ctnn::input<5, 2>, ctnn::over_time<ctnn::dense<3>>, layer>;
constexpr auto net = ctnn::folded(model{});
