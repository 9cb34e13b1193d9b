// expect: tflite_file::is_cut_off_or_no_tflite_file
// expect: is_of_keras_so_convert_it_by_tf_lite_TFLiteConverter_from_keras_model
// expect: has_inputs<0.*>::but_needs_one
// expect: has_outputs<0.*>::but_needs_one
// lines: 60 80
#include "../import/tflite_file.hpp"

#include <ctnn/ctnn.hpp>
#include <ctnn/import/tflite.hpp>

#ifdef CTNN_WRONG
constexpr auto another_format = tflite_file::changed({{4, 88}});
constexpr auto of_keras = tflite_file::changed({{0, 80}, {1, 75}, {2, 3}, {4, 0}});
constexpr auto without_inputs = tflite_file::changed({{420, 0}});
constexpr auto without_outputs = tflite_file::changed({{428, 0}});
using first = ctnn::tflite::network<another_format>;
using second = ctnn::tflite::network<of_keras>;
using third = ctnn::tflite::network<without_inputs>;
using fourth = ctnn::tflite::network<without_outputs>;
#else
constexpr auto file = tflite_file::changed({});
using model = ctnn::tflite::network<file>;
#endif
