// expect: layer<1(UL)?, .*softmax.*has_an_activation_that_mixes_steps_so_write_last_step_before_it
#include <ctnn/ctnn.hpp>

#ifdef CTNN_WRONG
using model =
    ctnn::network<float, ctnn::input<5, 3>, ctnn::over_time<ctnn::dense<4>>, ctnn::softmax>;
#else
using model = ctnn::network<float, ctnn::input<5, 3>, ctnn::over_time<ctnn::dense<4>>,
                            ctnn::last_step, ctnn::softmax>;
#endif

constexpr ctnn::stream_of<model> net{};
