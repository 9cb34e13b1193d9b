// expect: has_an_input_of_unknown_size_so_convert_with_all_but_the_batch_fixed
// expect: has_a_batch_of<2.*>::but_needs_1
// expect: has_an_input_of_tflite_type<9.*>::but_needs_float32
// expect: has_an_output_that_its_input_does_not_reach
// lines: 60 80
#include "../import/tflite_file.hpp"

#include <ctnn/ctnn.hpp>
#include <ctnn/import/tflite.hpp>

#ifdef CTNN_WRONG
constexpr auto of_unknown_size = tflite_file::changed({{212, 0}});
constexpr auto of_a_batch = tflite_file::changed({{208, 2}});
constexpr auto of_integers = tflite_file::changed({{192, 9}});
constexpr auto not_reached = tflite_file::changed({{432, 1}});
using first = ctnn::tflite::network<of_unknown_size>;
using second = ctnn::tflite::network<of_a_batch>;
using third = ctnn::tflite::network<of_integers>;
using fourth = ctnn::tflite::network<not_reached>;
#else
constexpr auto file = tflite_file::changed({});
using model = ctnn::tflite::network<file>;
#endif
