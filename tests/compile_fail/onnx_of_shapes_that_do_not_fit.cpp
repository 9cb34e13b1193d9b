// expect: onnx_node<'n'>::with_operator<'R', 'e', 's', 'h', 'a', 'p', 'e'>::gets_a_size_of<3.*>::where_another_is_needed<2.*>
#include "../import/onnx_file.hpp"

#include <ctnn/import/onnx.hpp>

using onnx_file::model;
#ifdef CTNN_WRONG
constexpr auto file = model()
                          .input("x", {1, 2})
                          .output("y", {1, 2})
                          .weights("s", {2}, {std::int64_t{1}, std::int64_t{3}})
                          .node("Reshape", {"x", "s"}, "y", {}, "n")
                          .file();
#else
constexpr auto file = model()
                          .input("x", {1, 2})
                          .output("y", {1, 2})
                          .weights("s", {2}, {std::int64_t{1}, std::int64_t{2}})
                          .node("Reshape", {"x", "s"}, "y", {}, "n")
                          .file();
#endif
using read = ctnn::onnx::network<file>;
