#include "training.hpp"

namespace bits {

template void check_training<float>();
template void check_training<double>();

} // namespace bits
