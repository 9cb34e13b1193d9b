// expect: layer<1(UL)?, .*over_time<.*elman<.*has_a_layer_that_keeps_a_state_so_write_that_layer_alone
#include <ctnn/ctnn.hpp>

#include "../support/elman.hpp"

#ifdef CTNN_WRONG
using layer = ctnn::over_time<own::elman<4>>;
#else
using layer = own::elman<4>;
#endif

using model = ctnn::network<float, ctnn::input<5, 3>, ctnn::relu, layer>;
constexpr model net{};
