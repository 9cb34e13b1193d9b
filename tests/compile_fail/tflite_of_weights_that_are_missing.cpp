// expect: has_an_operand_that_is_not_a_constant_of_the_file
#include "../import/tflite_file.hpp"

#include <ctnn/ctnn.hpp>
#include <ctnn/import/tflite.hpp>

#ifdef CTNN_WRONG
constexpr auto file = tflite_file::changed({{252, 0}});
#else
constexpr auto file = tflite_file::changed({});
#endif
using model = ctnn::tflite::network<file>;
