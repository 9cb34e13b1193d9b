// expect: parameters_tensor<'0', '.', 'w', 'e', 'i', 'g', 'h', 't'>::has_numbers_that_are_not_read_so_save_it_as_float32
#include "../import/safetensors_file.hpp"

#include <ctnn/ctnn.hpp>
#include <ctnn/import/parameters.hpp>

using namespace ctnn;
using safetensors_file::model;
using net = network<float, input<2>, dense<1>>;
#ifdef CTNN_WRONG
constexpr auto file = model().zeros("0.weight", "I32", {1, 2}, 8).file();
#else
constexpr auto file = model().tensor("0.weight", {1, 2}, {1, 2}).tensor("0.bias", {1}, {3}).file();
#endif
constexpr auto& read = imported_parameters<net, file>;
