// expect: arrays_need_bytes_of_ram<140(UL)?>.*but_the_budget_is<139(UL)?>
#include <ctnn/ctnn.hpp>

using model = ctnn::network<float, ctnn::input<4>, ctnn::dense<16, ctnn::relu>,
                            ctnn::dense<16, ctnn::relu>, ctnn::dense<3, ctnn::softmax>>;

#ifdef CTNN_WRONG
static_assert(ctnn::within_budget<model, ctnn::budget{.ram = 139}>);
#else
static_assert(ctnn::within_budget<model, ctnn::budget{.ram = 140}>);
#endif
