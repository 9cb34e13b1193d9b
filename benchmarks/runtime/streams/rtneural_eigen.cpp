#define RTNEURAL_USE_EIGEN 1
#define RTNEURAL_NAMESPACE rtneural_eigen
#define RTNEURAL_DEFAULT_ALIGNMENT 32

#include "rtneural.hpp"

namespace benchmark {

CTNN_PLAYERS(eigen)

} // namespace benchmark
