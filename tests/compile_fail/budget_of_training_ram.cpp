// expect: parameters_and_arrays_of_training_need_bytes_of_ram<2160(UL)?>.*but_the_budget_is<2159(UL)?>
#include <ctnn/ctnn.hpp>

using model = ctnn::network<float, ctnn::input<4>, ctnn::dense<16, ctnn::relu>,
                            ctnn::dense<16, ctnn::relu>, ctnn::dense<3, ctnn::softmax>>;

#ifdef CTNN_WRONG
static_assert(ctnn::within_budget<model, ctnn::budget{.training_ram = 2159}>);
#else
static_assert(ctnn::within_budget<model, ctnn::budget{.training_ram = 2160}>);
#endif
