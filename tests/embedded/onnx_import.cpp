// A board's network that the compiler reads from an ONNX file: nothing of the file or its reader is left (onnx_size.cmake).
#include "mlp.hpp" // made by ctnn_embed

#include <ctnn/ctnn.hpp>
#include <ctnn/import/onnx.hpp>

constexpr auto& net = ctnn::onnx::imported<mlp>;
using model = ctnn::onnx::network<mlp>;

model::output_type run(model::input_type const& x) {
    return net(x);
}
