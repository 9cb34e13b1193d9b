// expect: has_weights_of_tflite_type<1.*>::but_needs_float32_so_convert_without_optimizations
// expect: has_an_operand_that_is_not_a_constant_of_the_file
// expect: has_weights_of_bytes<8.*>::but_their_shape_needs<16.*>
// expect: tflite_layer<0.*>::has_weights_that_are_nan_or_infinite
// lines: 60 80
#include "../import/tflite_file.hpp"

#include <ctnn/ctnn.hpp>
#include <ctnn/import/tflite.hpp>

#ifdef CTNN_WRONG
constexpr auto of_halves = tflite_file::changed({{248, 1}});
constexpr auto without_weights = tflite_file::changed({{252, 0}});
constexpr auto of_too_few_weights = tflite_file::changed({{264, 2}});
constexpr auto of_infinities = tflite_file::changed({{662, 128}, {663, 127}});
using first = ctnn::tflite::network<of_halves>;
using second = ctnn::tflite::network<without_weights>;
using third = ctnn::tflite::network<of_too_few_weights>;
constexpr auto& fourth = ctnn::tflite::imported<of_infinities>;
#else
constexpr auto file = tflite_file::changed({});
constexpr auto& net = ctnn::tflite::imported<file>;
#endif
