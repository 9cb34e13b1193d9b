// expect: layer<0(UL)?, .*residual<.*has_layers_of_which<.*layer<0(UL)?, .*conv2d<.*mixes_steps_so_write_over_time_of_it_or_last_step_before_it
#include <ctnn/ctnn.hpp>

using mixes = ctnn::conv2d<1, ctnn::kernel_size<3, 3>, ctnn::padding_same>;
#ifdef CTNN_WRONG
using layer = mixes;
#else
using layer = ctnn::over_time<ctnn::dense<1>>;
#endif

#ifdef CTNN_WRONG
using input = ctnn::input<5, 4, 1>;
#else
using input = ctnn::input<5, 1>;
#endif
using model = ctnn::network<float, input, ctnn::residual<layer>>;
constexpr ctnn::stream_of<model> net{};
