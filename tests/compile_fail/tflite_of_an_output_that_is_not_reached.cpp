// expect: has_an_output_that_its_input_does_not_reach
#include "../import/tflite_file.hpp"

#include <ctnn/ctnn.hpp>
#include <ctnn/import/tflite.hpp>

#ifdef CTNN_WRONG
constexpr auto file = tflite_file::changed({{432, 1}});
#else
constexpr auto file = tflite_file::changed({});
#endif
using model = ctnn::tflite::network<file>;
