#include "activations.hpp"

namespace bits {

template void check_activations<float>();
template void check_activations<double>();

} // namespace bits
