// expect: has_option<'b', 'e', 't', 'a'>::with_a_value_that_is_not_read
#include "../import/tflite_file.hpp"

#include <ctnn/ctnn.hpp>
#include <ctnn/import/tflite.hpp>

#ifdef CTNN_WRONG
constexpr auto file = tflite_file::changed({{610, 0}, {611, 64}});
#else
constexpr auto file = tflite_file::changed({});
#endif
using model = ctnn::tflite::network<file>;
