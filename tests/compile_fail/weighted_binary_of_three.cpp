// expect: weighted_loss<(ctnn::)?binary_cross_entropy>::of_yes_and_no_has_weights<3.*but_needs_two
#include <ctnn/ctnn.hpp>

#ifdef CTNN_WRONG
constexpr std::size_t count = 3;
#else
constexpr std::size_t count = 2;
#endif
constexpr ctnn::weighted<ctnn::binary_cross_entropy, count> loss{};
