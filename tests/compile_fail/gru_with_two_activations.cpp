// expect: layer<0(UL)?, .*gru<4(UL)?, .*tanh.*> ?>::has_option<.*tanh>::and_another_one_of_its_kind
#include <ctnn/ctnn.hpp>

#ifdef CTNN_WRONG
using layer = ctnn::gru<4, ctnn::tanh, ctnn::hard_sigmoid>;
#else
using layer = ctnn::gru<4, ctnn::tanh, ctnn::recurrent_activation<ctnn::hard_sigmoid>>;
#endif

using model = ctnn::network<float, ctnn::input<8, 2>, layer>;
constexpr model net{};
