// expect: layer<0(UL)?, .*over_time<.*dense<2(UL)?, .*softmax.*has_an_activation_that_mixes_numbers_but_needs_one_that_acts_on_each_alone
#include <ctnn/ctnn.hpp>

#ifdef CTNN_WRONG
using model =
    ctnn::network<float, ctnn::input<5, 3>, ctnn::over_time<ctnn::dense<2, ctnn::softmax>>>;
#else
using model = ctnn::network<float, ctnn::input<5, 3>, ctnn::over_time<ctnn::dense<2>>,
                            ctnn::last_step, ctnn::softmax>;
#endif
constexpr model net{};
