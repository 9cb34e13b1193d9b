// expect: layer<1(UL)?, .*max_pool<.*takes_windows_of_steps_so_it_has_no_output_for_each_step
#include <ctnn/ctnn.hpp>

using ctnn::conv1d, ctnn::input, ctnn::kernel_size, ctnn::last_step, ctnn::padding_causal;
using early = conv1d<4, kernel_size<3>, padding_causal>;
#ifdef CTNN_WRONG
using model = ctnn::network<float, input<8, 2>, early, ctnn::max_pool<kernel_size<2>>>;
#else
using model = ctnn::network<float, input<8, 2>, early, conv1d<4, kernel_size<2>, padding_causal>>;
#endif
using live = ctnn::stream_of<model>;
constexpr live net{};
