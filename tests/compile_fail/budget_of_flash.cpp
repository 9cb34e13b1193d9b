// expect: parameters_need_bytes_of_flash<1612(UL)?>.*but_the_budget_is<1611(UL)?>
#include <ctnn/ctnn.hpp>

using model = ctnn::network<float, ctnn::input<4>, ctnn::dense<16, ctnn::relu>,
                            ctnn::dense<16, ctnn::relu>, ctnn::dense<3, ctnn::softmax>>;

#ifdef CTNN_WRONG
static_assert(ctnn::within_budget<model, ctnn::budget{.flash = 1611}>);
#else
static_assert(ctnn::within_budget<model, ctnn::budget{.flash = 1612}>);
#endif
