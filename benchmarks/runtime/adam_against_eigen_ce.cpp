#include "eigen_network.hpp"

template std::unique_ptr<benchmark::any_comparison> benchmark::adam_against_eigen(net_c);
template std::unique_ptr<benchmark::any_comparison> benchmark::adam_against_eigen(net_e);
