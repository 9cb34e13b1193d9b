// expect: onnx_weights::are_all_in_the_first_file_so_leave_out_the_second
#include "../import/onnx_file.hpp"

#include <ctnn/import/onnx.hpp>

using onnx_file::model;
constexpr auto file =
    model().input("x", {1, 2}).output("y", {1, 2}).node("Relu", {"x"}, "y").file();
constexpr ctnn::text_view data = "";
#ifdef CTNN_WRONG
constexpr auto& net = ctnn::onnx::imported<file, data>;
#else
constexpr auto& net = ctnn::onnx::imported<file>;
#endif
static_assert(net.depth == 1);
