// expect: smoothed_loss<(ctnn::)?mean_squared_error>::does_not_compare_probabilities
#include <ctnn/ctnn.hpp>

#ifdef CTNN_WRONG
constexpr ctnn::smoothed<ctnn::mean_squared_error> loss{};
#else
constexpr ctnn::smoothed<ctnn::binary_cross_entropy> loss{};
#endif
