// expect: parameters_file::has_layers_whose_names_are_not_numbered_so_list_them_in_layer_names
#include "../import/safetensors_file.hpp"

#include <ctnn/ctnn.hpp>
#include <ctnn/import/parameters.hpp>

using namespace ctnn;
using safetensors_file::model;
using net = network<float, input<2>, dense<1>, dense<1>>;
#ifdef CTNN_WRONG
constexpr auto file =
    model().tensor("a.weight", {1, 2}, {1, 2}).tensor("b.weight", {1, 1}, {1}).file();
#else
constexpr auto file = safetensors_file::two_layers().file();
#endif
constexpr auto& read = imported_parameters<net, file>;
