// expect: layer<1(UL)?, .*flatten>.*mixes_steps_so_write_over_time_of_it_or_last_step_before_it
#include <ctnn/ctnn.hpp>

#ifdef CTNN_WRONG
using layer = ctnn::flatten;
#else
using layer = ctnn::over_time<ctnn::flatten>;
#endif

using model = ctnn::network<float, ctnn::input<5, 3, 2>, ctnn::over_time<ctnn::relu>, layer>;
using live = ctnn::stream_of<model>;
constexpr live net{};
