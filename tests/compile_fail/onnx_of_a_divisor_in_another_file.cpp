// expect: onnx_layer<0.*>::has_a_divisor_of_0_or_a_variance_below_0
#include "../import/onnx_file.hpp"

#include <ctnn/import/onnx.hpp>

using onnx_file::model;
constexpr model divided() {
    onnx_file::bytes divisors;
    divisors.number(1, 2);
    divisors.number(2, 1);
    divisors.text(8, "d");
    divisors.number(14, 1); // in another file
    auto made = model().input("x", {1, 2}).output("y", {1, 2});
    made.graph.message(5, divisors);
    return made.node("Div", {"x", "d"}, "y", {}, "n");
}
constexpr auto file = divided().file();
#ifdef CTNN_WRONG
constexpr ctnn::text_view data{"\0\0\x80\x3f\0\0\0\0"}; // 1, 0
#else
constexpr ctnn::text_view data{"\0\0\x80\x3f\0\0\0\x40"}; // 1, 2
#endif
constexpr auto& net = ctnn::onnx::imported<file, data>;
