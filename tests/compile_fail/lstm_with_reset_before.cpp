// expect: layer<0(UL)?, .*lstm<4(UL)?, .*reset_before> ?>::has_option<.*reset_before>::but_takes_none_of_its_kind
#include <ctnn/ctnn.hpp>

#ifdef CTNN_WRONG
using layer = ctnn::lstm<4, ctnn::reset_before>;
#else
using layer = ctnn::gru<4, ctnn::reset_before>;
#endif

using model = ctnn::network<float, ctnn::input<8, 2>, layer>;
constexpr model net{};
