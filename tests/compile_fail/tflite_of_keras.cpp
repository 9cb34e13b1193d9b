// expect: is_of_keras_so_convert_it_by_tf_lite_TFLiteConverter_from_keras_model
#include "../import/tflite_file.hpp"

#include <ctnn/ctnn.hpp>
#include <ctnn/import/tflite.hpp>

#ifdef CTNN_WRONG
constexpr auto file = tflite_file::changed({{0, 80}, {1, 75}, {2, 3}, {4, 0}});
#else
constexpr auto file = tflite_file::changed({});
#endif
using model = ctnn::tflite::network<file>;
