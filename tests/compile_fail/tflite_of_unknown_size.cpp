// expect: has_an_input_of_unknown_size_so_convert_with_all_but_the_batch_fixed
#include "../import/tflite_file.hpp"

#include <ctnn/ctnn.hpp>
#include <ctnn/import/tflite.hpp>

#ifdef CTNN_WRONG
constexpr auto file = tflite_file::changed({{212, 0}});
#else
constexpr auto file = tflite_file::changed({});
#endif
using model = ctnn::tflite::network<file>;
