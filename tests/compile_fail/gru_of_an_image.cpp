// expect: layer<0(UL)?, .*gru<4(UL)?> ?>::gets_an_input_of_shape<.*shape<8(UL)?, 8(UL)?, 1(UL)?> ?>::but_needs_rank<1(UL)?>::or_rank<2(UL)?>
#include <ctnn/ctnn.hpp>

#ifdef CTNN_WRONG
using input = ctnn::input<8, 8, 1>;
#else
using input = ctnn::input<8, 8>; // 8 steps of a row
#endif

using model = ctnn::network<float, input, ctnn::gru<4>, ctnn::dense<2>>;
constexpr model net{};
