// expect: tflite_operator<0>::named<'S', 'T', 'R', 'I', 'D', 'E', 'D', '_', 'S', 'L', 'I', 'C', 'E'>::is_not_one_that_ctnn_reads
#include "../import/tflite_file.hpp"

#include <ctnn/ctnn.hpp>
#include <ctnn/import/tflite.hpp>

#ifdef CTNN_WRONG
constexpr auto file = tflite_file::changed({{72, 45}, {80, 45}, {480, 32}});
#else
constexpr auto file = tflite_file::changed({});
#endif
using model = ctnn::tflite::network<file>;
