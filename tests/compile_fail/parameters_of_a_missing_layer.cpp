// expect: parameters_layer<1.*>::is_missing_in_the_file
#include "../import/safetensors_file.hpp"

#include <ctnn/ctnn.hpp>
#include <ctnn/import/parameters.hpp>

using namespace ctnn;
using safetensors_file::model;
using net = network<float, input<2>, dense<1>, dense<1>>;
#ifdef CTNN_WRONG
constexpr auto file = model().tensor("0.weight", {1, 2}, {1, 2}).tensor("0.bias", {1}, {3}).file();
#else
constexpr auto file = safetensors_file::two_layers().file();
#endif
constexpr auto& read = imported_parameters<net, file>;
