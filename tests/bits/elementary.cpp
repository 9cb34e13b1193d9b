#include "elementary.hpp"

namespace bits {

template void check_exponentials<float>();
template void check_exponentials<double>();
template void check_logarithms_and_others<float>();
template void check_logarithms_and_others<double>();
template void check_sines_and_powers<float>();
template void check_sines_and_powers<double>();

} // namespace bits
