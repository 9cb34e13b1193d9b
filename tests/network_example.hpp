#pragma once

#include <array>
#include <cstddef>

namespace network_oracle {

// Parameters and gradient as they lie in memory: each layer's weights row by row, then its biases.
template <std::size_t Parameters, std::size_t Inputs, std::size_t Outputs>
struct example {
    std::array<double, Parameters> parameters;
    std::array<double, Inputs> input;
    std::array<double, Outputs> target;
    std::array<double, Outputs> output;
    double loss;
    std::array<double, Parameters> gradient;
};

} // namespace network_oracle
