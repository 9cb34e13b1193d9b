// expect: parameters_file::is_cut_off_or_of_a_format_that_is_not_read
#include "../import/safetensors_file.hpp"

#include <ctnn/ctnn.hpp>
#include <ctnn/import/parameters.hpp>

using namespace ctnn;
using safetensors_file::model;
using net = network<float, input<2>, dense<1>>;
#ifdef CTNN_WRONG
constexpr auto file = model().text("<html>").file();
#else
constexpr auto file = model().tensor("0.weight", {1, 2}, {1, 2}).tensor("0.bias", {1}, {3}).file();
#endif
constexpr auto& read = imported_parameters<net, file>;
