// expect: layer<0(UL)?, .*conv1d<.*gets_an_input_of_shape<.*shape<8(UL)?>.*but_needs_rank<2
#include <ctnn/ctnn.hpp>

#ifdef CTNN_WRONG
using around = ctnn::padding_same;
#else
using around = ctnn::padding_causal;
#endif

using layer = ctnn::conv1d<4, ctnn::kernel_size<3>, around>;
using model = ctnn::network<float, ctnn::input<8>, layer>;
constexpr model net{};
