// expect: layer<0(UL)?, .*simple_rnn<4(UL)?, .*> ?>::has_option<.*recurrent_activation<.*sigmoid> ?>::but_takes_none_of_its_kind
#include <ctnn/ctnn.hpp>

#ifdef CTNN_WRONG
using layer = ctnn::simple_rnn<4, ctnn::recurrent_activation<ctnn::sigmoid>>;
#else
using layer = ctnn::simple_rnn<4, ctnn::sigmoid>;
#endif

using model = ctnn::network<float, ctnn::input<8, 2>, layer>;
constexpr model net{};
