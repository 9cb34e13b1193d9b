// expect: network_that_only_infers<.*cannot_learn_so_train_first_and_quantize_then
#include <ctnn/ctnn.hpp>

using model = ctnn::network<float, ctnn::input<2>, ctnn::dense<3, ctnn::relu>, ctnn::dense<2>>;
using small_model = ctnn::quantized<model>;

#ifdef CTNN_WRONG
constexpr auto made = ctnn::initialize<small_model>(ctnn::glorot_uniform{}, 1);
#else
constexpr auto made = ctnn::initialize<model>(ctnn::glorot_uniform{}, 1);
#endif
