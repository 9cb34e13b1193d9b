// expect: stream_has_layers<0(UL)?>.*but_needs_at_least<1(UL)?>
#include <ctnn/ctnn.hpp>

#ifdef CTNN_WRONG
using model = ctnn::network<float, ctnn::input<5, 3>, ctnn::last_step>;
#else
using model = ctnn::network<float, ctnn::input<5, 3>, ctnn::gru<2>, ctnn::last_step>;
#endif

constexpr auto live = ctnn::streamed(model{});
