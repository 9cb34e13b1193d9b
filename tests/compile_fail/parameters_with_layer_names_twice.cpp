// expect: parameters_options::have_layer_names_more_than_once
#include "../import/safetensors_file.hpp"

#include <ctnn/ctnn.hpp>
#include <ctnn/import/parameters.hpp>

using namespace ctnn;
using net = network<float, input<2>, dense<1>>;
constexpr auto file = safetensors_file::model().tensor("0.weight", {1, 2}, {1, 2}).file();
#ifdef CTNN_WRONG
constexpr auto& read = imported_parameters<net, file, layer_names<"0">, layer_names<"1">>;
#else
constexpr auto& read = imported_parameters<net, file, layer_names<"0">>;
#endif
