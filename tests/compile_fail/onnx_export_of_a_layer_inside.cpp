// expect: layer<0,.*residual<.*has_layers_of_which<.*layer<0,.*average_pool<.*cannot_be_written_as_onnx
#include <ctnn/ctnn.hpp>
#include <ctnn/export/onnx.hpp>

using namespace ctnn;
#ifdef CTNN_WRONG
using inside = average_pool<kernel_size<1, 1>, dilation<2, 2>>;
#else
using inside = batch_norm;
#endif
constexpr network<float, input<2, 2, 1>, residual<inside>> net{};
std::array<char, 1000> buffer{};
auto const result = onnx::write(net, buffer);
