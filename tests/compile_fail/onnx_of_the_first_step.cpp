// expect: onnx_node<'n'>::with_operator<'G', 'a', 't', 'h', 'e', 'r'>::takes_out_a_part_that_is_not_the_last_step_of_a_sequence
#include "../import/onnx_file.hpp"

#include <ctnn/import/onnx.hpp>

#ifdef CTNN_WRONG
constexpr std::int64_t step = 0;
#else
constexpr std::int64_t step = 1;
#endif
constexpr auto file = onnx_file::model()
                          .input("x", {2, 1, 1})
                          .output("y", {1, 1})
                          .weights("w", {1, 1, 1}, {1.f})
                          .weights("r", {1, 1, 1}, {1.f})
                          .weights("i", {}, {step})
                          .node("RNN", {"x", "w", "r"}, "h", {}, "m")
                          .node("Gather", {"h", "i"}, "y", {}, "n")
                          .file();
using read = ctnn::onnx::network<file>;
