// expect: layer<0(UL)?, .*conv1d<.*takes_one_step_at_a_time_only_with_padding_causal_and_without_strides
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
