// expect: layer<1(UL)?, .*bidirectional<.*gru<4(UL)?> ?> ?>::has_layers_of_which<.*layer<0(UL)?, .*reversed_steps>::begins_with_the_last_step_so_it_has_no_stream
#include <ctnn/ctnn.hpp>

#ifdef CTNN_WRONG
using layer = ctnn::bidirectional<ctnn::gru<4>>;
#else
using layer = ctnn::gru<4>;
#endif

using model = ctnn::network<float, ctnn::input<5, 3>, ctnn::over_time<ctnn::dense<4>>, layer>;
constexpr ctnn::stream_of<model> net{};
