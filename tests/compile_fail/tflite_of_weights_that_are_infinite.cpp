// expect: tflite_layer<0>::has_weights_that_are_nan_or_infinite
#include "../import/tflite_file.hpp"

#include <ctnn/ctnn.hpp>
#include <ctnn/import/tflite.hpp>

#ifdef CTNN_WRONG
constexpr auto file = tflite_file::changed({{662, 128}, {663, 127}});
#else
constexpr auto file = tflite_file::changed({});
#endif
constexpr auto& net = ctnn::tflite::imported<file>;
