#include "losses.hpp"

namespace bits {

template void check_losses<float>();
template void check_losses<double>();

} // namespace bits
