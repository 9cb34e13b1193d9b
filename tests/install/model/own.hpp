#pragma once

#include <ctnn/layer/dense.hpp>
#include <ctnn/network/network.hpp>
#include <ctnn/tensor/input.hpp>

// The weights of the three numbers of an image are 1, 2 and 4.
using own_model = ctnn::network<double, ctnn::input<1, 3, 1>, ctnn::dense<1>>;
inline constexpr own_model own_network{{{{1}, {2}, {4}}, {0.5}}};
