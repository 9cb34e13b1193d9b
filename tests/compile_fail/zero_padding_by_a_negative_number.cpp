// expect: layer<0(UL)?, .*zero_padding<.*>.*has_a_negative_number_of_places
#include <ctnn/ctnn.hpp>

#ifdef CTNN_WRONG
using layer = ctnn::zero_padding<1, -1>;
#else
using layer = ctnn::zero_padding<1, 1>;
#endif

using model = ctnn::network<float, ctnn::input<4, 4, 1>, layer>;
constexpr model net{};
