#define RTNEURAL_NAMESPACE rtneural_stl
#define RTNEURAL_DEFAULT_ALIGNMENT 64

#include "rtneural.hpp"

namespace benchmark {

CTNN_PLAYERS(stl)

} // namespace benchmark
