// expect: parameters_option<float>::is_none_of_layer_names_half_precision_safetensors_npz_and_pytorch
#include "../import/safetensors_file.hpp"

#include <ctnn/ctnn.hpp>
#include <ctnn/import/parameters.hpp>

using namespace ctnn;
using net = network<float, input<2>, dense<1>>;
constexpr auto file = safetensors_file::model().tensor("0.weight", {1, 2}, {1, 2}).file();
#ifdef CTNN_WRONG
constexpr auto& read = imported_parameters<net, file, float>;
#else
constexpr auto& read =
    imported_parameters<net, file, half_precision, layer_names<"0">, ctnn::safetensors>;
#endif
