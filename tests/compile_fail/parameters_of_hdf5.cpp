// expect: parameters_file::is_hdf5_so_export_the_model_as_onnx
#include "../import/safetensors_file.hpp"

#include <ctnn/ctnn.hpp>
#include <ctnn/import/parameters.hpp>

using namespace ctnn;
using net = network<float, input<2>, dense<1>>;
#ifdef CTNN_WRONG
constexpr text_view file{"\x89HDF\r\n\x1a\n", 8};
#else
constexpr auto file = safetensors_file::model().tensor("0.weight", {1, 2}, {1, 2}).file();
#endif
constexpr auto& read = imported_parameters<net, file>;
