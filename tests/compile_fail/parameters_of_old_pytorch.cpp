// expect: parameters_file::is_of_pytorch_before_1_6_so_load_it_and_save_it_again
#include "../import/zip_file.hpp"

#include <ctnn/ctnn.hpp>
#include <ctnn/import/parameters.hpp>

using namespace ctnn;
using net = network<float, input<2>, dense<1>>;
#ifdef CTNN_WRONG
constexpr text_view file{"\x80\x02\x8a\x0al\xfc\x9c\x46\xf9\x20j\xa8P\x19..", 16};
#else
constexpr auto file = zip_file::archive().entry("0.weight.npy", zip_file::array("<f4")).file();
#endif
constexpr auto& read = imported_parameters<net, file>;
