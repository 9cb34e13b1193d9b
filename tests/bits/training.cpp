#include "training.hpp"
#include "draws.hpp"
#include "groups.hpp"

namespace bits {

template void check_training<float>();
template void check_training<double>();

void check_draws() {
    check_all_draws();
}

} // namespace bits
