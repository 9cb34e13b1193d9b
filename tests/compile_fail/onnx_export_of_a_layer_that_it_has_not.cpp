// expect: layer<1,.*gru<2,.*gelu.*cannot_be_written_as_onnx
#include <ctnn/ctnn.hpp>
#include <ctnn/export/onnx.hpp>

using namespace ctnn;
#ifdef CTNN_WRONG
using model = network<float, input<4, 2>, over_time<dense<3>>, gru<2, gelu>>;
#else
using model = network<float, input<4, 2>, over_time<dense<3>>, gru<2, relu>>;
#endif
constexpr std::size_t size = onnx::file_size<model>;
