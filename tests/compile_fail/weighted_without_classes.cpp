// expect: weighted_loss<(ctnn::)?huber>::does_not_compare_classes_or_yes_with_no
#include <ctnn/ctnn.hpp>

#ifdef CTNN_WRONG
using inner = ctnn::huber;
#else
using inner = ctnn::cross_entropy;
#endif
constexpr ctnn::weighted<inner, 2> loss{};
