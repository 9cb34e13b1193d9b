#include "networks.hpp"

namespace bits {

template void check_widths<float>();
template void check_widths<double>();

} // namespace bits
