// expect: rtneural_layer<0.*, 'd', 'e', 'n', 's', 'e'>::has_arrays_of_weights<3.*>::but_needs<2.*>
// expect: rtneural_layer<0.*, 'd', 'e', 'n', 's', 'e'>::has_weights<0.*>::of_shape<1.*, 2.*>::but_needs_shape<2.*, 1.*>
// expect: rtneural_layer<0.*, 'd', 'e', 'n', 's', 'e'>::has_weights<0.*>::with_rows_of_several_lengths
// expect: rtneural_layer<0.*>::has_weights_that_are_nan_or_infinite
// expect: rtneural_layer<0.*>::has_a_variance_below_0
// lines: 60 70
#include <ctnn/ctnn.hpp>
#include <ctnn/import/rtneural.hpp>

using namespace ctnn;
#ifdef CTNN_WRONG
constexpr text_view of_three_arrays{R"({"in_shape": [null, 2], "layers": [
    {"type": "dense", "shape": [null, 1], "weights": [[[1.0], [2.0]], [3.0], [4.0]]}]})"};
constexpr text_view of_another_shape{R"({"in_shape": [null, 2], "layers": [
    {"type": "dense", "shape": [null, 1], "weights": [[[1.0, 2.0]], [3.0]]}]})"};
constexpr text_view of_ragged_rows{R"({"in_shape": [null, 2], "layers": [
    {"type": "dense", "shape": [null, 1], "weights": [[[1.0], [2.0, 3.0]], [3.0]]}]})"};
constexpr text_view of_infinities{R"({"in_shape": [null, 2], "layers": [
    {"type": "dense", "shape": [null, 1], "weights": [[[1e39], [-Infinity]], [NaN]]}]})"};
constexpr text_view of_a_variance_below_0{R"({"in_shape": [null, 1], "layers": [
    {"type": "batchnorm", "epsilon": 0.5, "shape": [null, 1], "weights": [[1.0], [-0.25]]}]})"};
using first = rtneural::network<of_three_arrays>;
using second = rtneural::network<of_another_shape>;
using third = rtneural::network<of_ragged_rows>;
constexpr auto& fourth = rtneural::imported<of_infinities>;
constexpr auto& fifth = rtneural::imported<of_a_variance_below_0>;
#else
constexpr text_view file{R"({"in_shape": [null, 2], "layers": [
    {"type": "dense", "shape": [null, 1], "weights": [[[1.0], [2.0]], [3.0]]}]})"};
constexpr auto& read = rtneural::imported<file>;
#endif
