// expect: layer<0(UL)?, .*conv2d<.*has_option<.*padding_causal.*but_needs_a_sequence_of_steps
#include <ctnn/ctnn.hpp>

#ifdef CTNN_WRONG
using option = ctnn::padding_causal;
#else
using option = ctnn::padding_same;
#endif

using layer = ctnn::conv2d<6, ctnn::kernel_size<3, 3>, option>;
using model = ctnn::network<float, ctnn::input<8, 8, 4>, layer>;
constexpr model net{};
