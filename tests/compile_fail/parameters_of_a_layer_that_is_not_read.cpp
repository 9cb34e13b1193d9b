// expect: layer<0.*, .*conv2d_transpose<.*>::has_parameters_that_are_not_read_from_files
#include "../import/safetensors_file.hpp"

#include <ctnn/ctnn.hpp>
#include <ctnn/import/parameters.hpp>

using namespace ctnn;
#ifdef CTNN_WRONG
using net = network<float, input<2, 2, 1>, conv2d_transpose<1, kernel_size<2, 2>>>;
#else
using net = network<float, input<2, 2, 1>, conv2d<1, kernel_size<2, 2>>>;
#endif
constexpr auto file =
    safetensors_file::model().tensor("0.weight", {1, 1, 2, 2}, {1, 2, 3, 4}).file();
constexpr auto& read = imported_parameters<net, file>;
