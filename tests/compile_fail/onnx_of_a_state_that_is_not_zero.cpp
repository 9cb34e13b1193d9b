// expect: onnx_node<'n'>::with_operator<'G', 'R', 'U'>::begins_with_a_state_that_is_not_zero
#include "../import/onnx_file.hpp"

#include <ctnn/import/onnx.hpp>

#ifdef CTNN_WRONG
constexpr float state = 0.5f;
#else
constexpr float state = 0;
#endif
constexpr auto file = onnx_file::model()
                          .input("x", {2, 1, 1})
                          .output("y", {2, 1, 1, 1})
                          .weights("w", {1, 3, 1}, {1.f, 2.f, 3.f})
                          .weights("r", {1, 3, 1}, {1.f, 2.f, 3.f})
                          .weights("h", {1, 1, 1}, {state})
                          .node("GRU", {"x", "w", "r", "", "", "h"}, "y", {}, "n")
                          .file();
using read = ctnn::onnx::network<file>;
