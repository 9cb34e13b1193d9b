// expect: parameters_file::is_a_zip_without_arrays_of_numpy_and_without_tensors_of_pytorch
#include "../import/zip_file.hpp"

#include <ctnn/ctnn.hpp>
#include <ctnn/import/parameters.hpp>

using namespace ctnn;
using net = network<float, input<2>, dense<1>>;
#ifdef CTNN_WRONG
constexpr auto file = zip_file::archive().entry("config.json", "{}").file();
#else
constexpr auto file = zip_file::archive().entry("0.weight.npy", zip_file::array("<f4")).file();
#endif
constexpr auto& read = imported_parameters<net, file>;
