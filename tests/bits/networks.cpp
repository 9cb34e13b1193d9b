#include "networks.hpp"

namespace bits {

template void check_networks<float>();
template void check_networks<double>();

} // namespace bits
