// expect: schedule_of_optimizer<.*cosine_decay<.*sgd.*>.*lacks_a_learning_rate_of_floating_point
#include <ctnn/ctnn.hpp>

#ifdef CTNN_WRONG
using optimizer = ctnn::cosine_decay<ctnn::cosine_decay<ctnn::sgd>>;
#else
using optimizer = ctnn::cosine_decay<ctnn::sgd>;
#endif

constexpr optimizer scheduled{};
