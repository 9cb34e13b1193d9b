// expect: layer<1.*, .*dense<1.*>::gets_numbers_whose_order_in_a_file_is_unknown
#include "../import/safetensors_file.hpp"

#include <ctnn/ctnn.hpp>
#include <ctnn/import/parameters.hpp>

using namespace ctnn;
#ifdef CTNN_WRONG
using net = network<float, input<2, 3>, permute<1, 0>, dense<1>>;
#else
using net = network<float, input<3, 2>, dense<1>>;
#endif
constexpr auto file =
    safetensors_file::model().tensor("0.weight", {1, 6}, {1, 2, 3, 4, 5, 6}).file();
constexpr auto& read = imported_parameters<net, file>;
