#include "elementary.hpp"

namespace bits {

template void check_exponentials<float>();
template void check_exponentials<double>();

} // namespace bits
