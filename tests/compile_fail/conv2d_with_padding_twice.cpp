// expect: layer<0(UL)?, .*conv2d<.*has_option<.*padding_same>.*and_another_one_of_its_kind
#include <ctnn/ctnn.hpp>

#ifdef CTNN_WRONG
using layer = ctnn::conv2d<4, ctnn::padding_same, ctnn::kernel_size<3, 3>, ctnn::padding<1, 1>>;
#else
using layer = ctnn::conv2d<4, ctnn::padding_same, ctnn::kernel_size<3, 3>>;
#endif

using model = ctnn::network<float, ctnn::input<8, 8, 1>, layer>;
constexpr model net{};
