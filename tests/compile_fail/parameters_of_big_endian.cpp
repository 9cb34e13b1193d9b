// expect: parameters_file::has_big_endian_numbers_so_save_it_with_little_endian_ones
#include "../import/zip_file.hpp"

#include <ctnn/ctnn.hpp>
#include <ctnn/import/parameters.hpp>

using namespace ctnn;
using net = network<float, input<2>, dense<1>>;
#ifdef CTNN_WRONG
constexpr auto file = zip_file::archive().entry("0.weight.npy", zip_file::array(">f4")).file();
#else
constexpr auto file = zip_file::archive().entry("0.weight.npy", zip_file::array("<f4")).file();
#endif
constexpr auto& read = imported_parameters<net, file>;
