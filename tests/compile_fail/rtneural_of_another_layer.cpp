// expect: rtneural_layer<0.*, 's', 'u', 'm'>::is_of_a_type_that_is_not_read
// expect: rtneural_layer<0.*, 'l', 's', 't', 'm'>::has_activation<'r', 'e', 'l', 'u'>::which_is_not_read
// expect: rtneural_layer<0.*, 'd', 'e', 'n', 's', 'e'>::has_setting<'p', 'a', 'd'>::that_is_not_read_or_lacks_it
// expect: rtneural_layer<1.*, 'a', 'c', 't', 'i', 'v', 'a', 't', 'i', 'o', 'n'>::states_outputs<4.*>::but_has<1.*>
// lines: 60 70
#include <ctnn/ctnn.hpp>
#include <ctnn/import/rtneural.hpp>

using namespace ctnn;
#ifdef CTNN_WRONG
constexpr text_view of_another_type{R"({"in_shape": [null, 1], "layers": [{"type": "sum"}]})"};
constexpr text_view of_relu{R"({"in_shape": [null, 1], "layers": [
    {"type": "lstm", "activation": "relu", "shape": [null, null, 1], "weights": []}]})"};
constexpr text_view with_padding{R"({"in_shape": [null, 1], "layers": [
    {"type": "dense", "shape": [null, 1], "pad": 1, "weights": [[[1.0]]]}]})"};
constexpr text_view of_four_outputs{R"({"in_shape": [null, 1], "layers": [
    {"type": "dense", "shape": [null, 1], "weights": [[[1.0]]]},
    {"type": "activation", "activation": "tanh", "shape": [null, 4], "weights": []}]})"};
using first = rtneural::network<of_another_type>;
using second = rtneural::network<of_relu>;
using third = rtneural::network<with_padding>;
using fourth = rtneural::network<of_four_outputs>;
#else
constexpr text_view file{R"({"in_shape": [null, 1], "layers": [
    {"type": "dense", "shape": [null, 1], "weights": [[[1.0]]]},
    {"type": "activation", "activation": "tanh", "shape": [null, 1], "weights": []}]})"};
using read = rtneural::network<file>;
#endif
