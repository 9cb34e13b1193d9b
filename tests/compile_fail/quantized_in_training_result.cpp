// expect: network_that_only_infers<.*cannot_learn_so_train_first_and_quantize_then
#include <ctnn/ctnn.hpp>

using model = ctnn::network<float, ctnn::input<2>, ctnn::dense<3, ctnn::relu>, ctnn::dense<2>>;
using small_model = ctnn::quantized<model>;

#ifdef CTNN_WRONG
ctnn::training_result<small_model> learner;
#else
ctnn::training_result<model> learner;
#endif
