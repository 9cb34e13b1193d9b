// expect: layer<0(UL)?, .*conv1d<.*mixes_steps_so_write_over_time_of_it_or_last_step_before_it
#include <ctnn/ctnn.hpp>

#ifdef CTNN_WRONG
using around = ctnn::padding_same;
#else
using around = ctnn::padding_causal;
#endif

using model =
    ctnn::network<float, ctnn::input<8, 2>, ctnn::conv1d<4, ctnn::kernel_size<3>, around>>;
using live = ctnn::stream_of<model>;
constexpr live net{};
