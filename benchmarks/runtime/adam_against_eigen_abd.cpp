#include "eigen_network.hpp"

template std::unique_ptr<benchmark::any_comparison> benchmark::adam_against_eigen(net_a);
template std::unique_ptr<benchmark::any_comparison> benchmark::adam_against_eigen(net_b);
template std::unique_ptr<benchmark::any_comparison> benchmark::adam_against_eigen(net_d);
