#include "layers.hpp"

namespace bits {

template void check_layers<float>();
template void check_layers<double>();

} // namespace bits
