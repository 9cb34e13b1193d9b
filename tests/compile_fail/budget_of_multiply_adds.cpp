// expect: network_needs_multiply_adds<368(UL)?>.*but_the_budget_is<367(UL)?>
#include <ctnn/ctnn.hpp>

using model = ctnn::network<float, ctnn::input<4>, ctnn::dense<16, ctnn::relu>,
                            ctnn::dense<16, ctnn::relu>, ctnn::dense<3, ctnn::softmax>>;

#ifdef CTNN_WRONG
static_assert(ctnn::within_budget<model, ctnn::budget{.multiply_adds = 367}>);
#else
static_assert(ctnn::within_budget<model, ctnn::budget{.multiply_adds = 368}>);
#endif
