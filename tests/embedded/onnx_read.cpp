// What a board links to read an ONNX file at run time (onnx_size.cmake).
#include <ctnn/import/onnx.hpp>

using namespace ctnn;
using model =
    ctnn::network<float, input<4>, dense<8, ctnn::tanh>, dense<8, relu>, dense<3, softmax>>;

extern model net;

bool load(text_view file) {
    auto const loaded = onnx::read<model>(file);
    if (loaded.ok())
        net = loaded.network;
    return loaded.ok();
}
