#include "draws.hpp"
#include "groups.hpp"

void bits::check_draws() {
    check_all_draws();
}
