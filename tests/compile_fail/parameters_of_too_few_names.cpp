// expect: layer_names_of<1.*>::but_the_network_has_layers_with_parameters<2.*>
#include "../import/safetensors_file.hpp"

#include <ctnn/ctnn.hpp>
#include <ctnn/import/parameters.hpp>

using namespace ctnn;
using net = network<float, input<2>, dense<1>, dense<1>>;
constexpr auto file = safetensors_file::two_layers().file();
#ifdef CTNN_WRONG
using names = layer_names<"net.0">;
#else
using names = layer_names<"net.0", "net.2">;
#endif
constexpr auto& read = imported_parameters<net, file, names>;
