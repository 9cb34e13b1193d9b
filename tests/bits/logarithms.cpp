#include "elementary.hpp"

namespace bits {

template void check_logarithms_and_others<float>();
template void check_logarithms_and_others<double>();

} // namespace bits
