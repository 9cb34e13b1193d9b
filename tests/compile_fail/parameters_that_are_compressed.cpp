// expect: parameters_file::is_compressed_so_save_it_by_np_savez_not_np_savez_compressed
#include "../import/zip_file.hpp"

#include <ctnn/ctnn.hpp>
#include <ctnn/import/parameters.hpp>

using namespace ctnn;
using net = network<float, input<2>, dense<1>>;
#ifdef CTNN_WRONG
constexpr auto file = zip_file::archive().entry("0.weight.npy", "...", true).file();
#else
constexpr auto file = zip_file::archive().entry("0.weight.npy", zip_file::array("<f4")).file();
#endif
constexpr auto& read = imported_parameters<net, file>;
