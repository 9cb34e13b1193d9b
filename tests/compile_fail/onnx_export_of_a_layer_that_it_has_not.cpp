// expect: layer<1,.*upsample<2, 2>.*cannot_be_written_as_onnx
#include <ctnn/ctnn.hpp>
#include <ctnn/export/onnx.hpp>

using namespace ctnn;
#ifdef CTNN_WRONG
using model = network<float, input<2, 2, 1>, conv2d<1, kernel_size<1, 1>>, upsample<2, 2>>;
#else
using model = network<float, input<2, 2, 1>, conv2d<1, kernel_size<1, 1>>, relu>;
#endif
constexpr std::size_t size = onnx::file_size<model>;
