// expect: layer_names_to_write<2>.*have_a_quote_a_backslash_or_the_name_of_another_layer
#include <ctnn/ctnn.hpp>
#include <ctnn/export/parameters.hpp>

using namespace ctnn;
#ifdef CTNN_WRONG
using names = layer_names<"a", "a">;
#else
using names = layer_names<"a", "b">;
#endif
constexpr std::size_t size =
    parameter_file_size<network<float, input<2>, dense<2>, dense<1>>, safetensors, names>;
