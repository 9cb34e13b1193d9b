// expect: parameters_tensor<'0', '.', 's'>::is_used_by_no_layer
#include "../import/safetensors_file.hpp"

#include <ctnn/ctnn.hpp>
#include <ctnn/import/parameters.hpp>

using namespace ctnn;
using safetensors_file::model;
using net = network<float, input<2>, dense<1>>;
#ifdef CTNN_WRONG
constexpr auto file = model()
                          .tensor("0.weight", {1, 2}, {1, 2})
                          .tensor("0.bias", {1}, {3})
                          .tensor("0.s", {1}, {4})
                          .file();
#else
constexpr auto file = model().tensor("0.weight", {1, 2}, {1, 2}).tensor("0.bias", {1}, {3}).file();
#endif
constexpr auto& read = imported_parameters<net, file>;
