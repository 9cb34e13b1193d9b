// The parameters of networks that PyTorch made, what PyTorch computes, and the bits of the ONNX file.
#include "import/parameters/files.hpp"

// The compiler's network computes what PyTorch did, and read at run time it is the same.
#define CTNN_HAS_PARAMETERS(name, ...)                                                             \
    static_assert(                                                                                 \
        ctnn::onnx::agrees<ctnn::imported_parameters<                                              \
                               networks::name, parameter_files::name##_safetensors __VA_ARGS__>,   \
                           parameter_files::name##_input, parameter_files::name##_output>(1e-6));  \
    TEST_CASE("The parameters of " #name " are the same at run time", "[import]") {                \
        auto const loaded = ctnn::read_parameters<networks::name __VA_ARGS__>(                     \
            parameter_files::name##_safetensors);                                                  \
        REQUIRE(loaded.ok());                                                                      \
        CHECK(loaded.network ==                                                                    \
              ctnn::imported_parameters<networks::name,                                            \
                                        parameter_files::name##_safetensors __VA_ARGS__>);         \
    }

CTNN_HAS_PARAMETERS(mlp)
CTNN_HAS_PARAMETERS(image)
CTNN_HAS_PARAMETERS(row_of_an_image)
CTNN_HAS_PARAMETERS(sequence)
CTNN_HAS_PARAMETERS(gru, , networks::of_gru)
CTNN_HAS_PARAMETERS(lstm, , networks::of_rnn)
CTNN_HAS_PARAMETERS(rnn, , networks::of_rnn)
CTNN_HAS_PARAMETERS(bidirectional, , networks::of_rnn)

TEST_CASE("Parameters have the bits of the same network in an ONNX file", "[import]") {
#define CTNN_IS_AS_IN_ONNX(name, ...)                                                              \
    CHECK(ctnn::read_parameters<networks::name __VA_ARGS__>(parameter_files::name##_safetensors)   \
              .network == ctnn::onnx::read<networks::name>(parameter_files::name).network)
    REQUIRE(ctnn::onnx::read<networks::image>(parameter_files::image).ok());
    CTNN_IS_AS_IN_ONNX(mlp);
    CTNN_IS_AS_IN_ONNX(image);
    CTNN_IS_AS_IN_ONNX(sequence);
    CTNN_IS_AS_IN_ONNX(gru, , networks::of_gru);
    CTNN_IS_AS_IN_ONNX(lstm, , networks::of_rnn);
    CTNN_IS_AS_IN_ONNX(rnn, , networks::of_rnn);
    CTNN_IS_AS_IN_ONNX(bidirectional, , networks::of_rnn);
}
