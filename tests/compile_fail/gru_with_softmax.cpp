// expect: layer<0(UL)?, .*gru<4(UL)?, .*softmax> ?>::has_option<.*softmax>::but_needs_an_activation_that_acts_on_each_number_alone
#include <ctnn/ctnn.hpp>

#ifdef CTNN_WRONG
using layer = ctnn::gru<4, ctnn::softmax>;
#else
using layer = ctnn::gru<4, ctnn::softsign>;
#endif

using model = ctnn::network<float, ctnn::input<8, 2>, layer>;
constexpr model net{};
