#define RTNEURAL_USE_XSIMD 1
#define RTNEURAL_NAMESPACE rtneural_xsimd
#define RTNEURAL_DEFAULT_ALIGNMENT 64

#include "rtneural.hpp"

namespace benchmark {

CTNN_PLAYERS(xsimd)

} // namespace benchmark
