// expect: parameters_file::holds_more_than_a_state_dict_so_save_model_state_dict
#include "../import/zip_file.hpp"

#include <ctnn/ctnn.hpp>
#include <ctnn/import/parameters.hpp>

using namespace ctnn;
using net = network<float, input<2>, dense<1>>;
#ifdef CTNN_WRONG
// torch.save(model, path): a class, an object of it, and its end.
constexpr auto file = zip_file::archive().entry("net/data.pkl", "cmodel\nModel\n)\x81.").file();
#else
constexpr auto file = zip_file::archive().entry("0.weight.npy", zip_file::array("<f4")).file();
#endif
constexpr auto& read = imported_parameters<net, file>;
