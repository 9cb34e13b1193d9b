#include "fann_network.hpp"

template std::unique_ptr<benchmark::any_comparison> benchmark::against_fann(net_a);
template std::unique_ptr<benchmark::any_comparison> benchmark::against_fann(net_b);
template std::unique_ptr<benchmark::any_comparison> benchmark::against_fann(net_c);
template std::unique_ptr<benchmark::any_comparison> benchmark::against_fann(net_d);
template std::unique_ptr<benchmark::any_comparison> benchmark::against_fann(net_e);
