// expect: rtneural_file::is_cut_off_or_no_json
// expect: rtneural_file::has_no_layers_so_it_is_no_model_of_rtneural
// expect: rtneural_file::has_no_size_at_the_end_of_in_shape
// expect: rtneural_file::has_setting<'o', 'u', 't', '_', 'g', 'a', 'i', 'n'>::with_a_value_that_is_not_read
// lines: 60 70
#include <ctnn/ctnn.hpp>
#include <ctnn/import/rtneural.hpp>

using namespace ctnn;
#ifdef CTNN_WRONG
constexpr text_view cut_off{R"({"in_shape": [null, null, 1], "layers": [{"type": "dense"}])"};
constexpr text_view without_layers{R"({"in_shape": [null, null, 1], "layers": []})"};
constexpr text_view of_unknown_size{R"({"in_shape": [null, null], "layers": [{"type": "relu"}]})"};
constexpr text_view with_gain{R"({"in_shape": [null, 1], "out_gain": -3.5, "layers": [
    {"type": "activation", "activation": "tanh", "shape": [null, 1], "weights": []}]})"};
using first = rtneural::network<cut_off>;
using second = rtneural::network<without_layers>;
using third = rtneural::network<of_unknown_size>;
using fourth = rtneural::network<with_gain>;
#else
constexpr text_view file{R"({"in_shape": [null, 1], "out_gain": 0, "layers": [
    {"type": "activation", "activation": "tanh", "shape": [null, 1], "weights": []}]})"};
using read = rtneural::network<file>;
#endif
