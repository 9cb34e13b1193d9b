// expect: tflite_operator<0.*>::named<'S', 'T', 'R', 'I', 'D', 'E', 'D', '_', 'S', 'L', 'I', 'C', 'E'>::is_not_one_that_ctnn_reads
// expect: has_option<'b', 'e', 't', 'a'>::with_a_value_that_is_not_read
// expect: gets_an_input_of_size<3.*>::but_has_weights_for<2.*>
// expect: gets_a_size_of<1.*>::where_another_is_needed<2.*>
// lines: 60 80
#include "../import/tflite_file.hpp"

#include <ctnn/ctnn.hpp>
#include <ctnn/import/tflite.hpp>

#ifdef CTNN_WRONG
constexpr auto another_operator = tflite_file::changed({{72, 45}, {80, 45}, {480, 32}});
constexpr auto of_another_beta = tflite_file::changed({{610, 0}, {611, 64}});
constexpr auto of_another_size = tflite_file::changed({{212, 3}});
constexpr auto of_other_shapes = tflite_file::changed({{332, 2}});
using first = ctnn::tflite::network<another_operator>;
using second = ctnn::tflite::network<of_another_beta>;
using third = ctnn::tflite::network<of_another_size>;
using fourth = ctnn::tflite::network<of_other_shapes>;
#else
constexpr auto file = tflite_file::changed({});
using model = ctnn::tflite::network<file>;
#endif
