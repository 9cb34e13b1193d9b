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

// Without an ONNX file it is empty.
template <class Network, class... Options>
void compare_formats(ctnn::text_view safetensors, ctnn::text_view npz, ctnn::text_view pt,
                     ctnn::text_view onnx = {}) {
    auto const expected = ctnn::read_parameters<Network, Options...>(safetensors);
    REQUIRE(expected.ok());
    for (ctnn::text_view const file : {npz, pt}) {
        auto const loaded = ctnn::read_parameters<Network, Options...>(file);
        CHECK(loaded.problem().message() == "the file has no problem");
        CHECK(loaded.network == expected.network);
    }
    if (onnx.size() > 0)
        CHECK(ctnn::onnx::read<Network>(onnx).network == expected.network);
}

TEST_CASE("Parameters have the same bits in every format", "[import]") {
#define CTNN_COMPARES(name, ...)                                                                   \
    compare_formats<networks::name __VA_ARGS__>(parameter_files::name##_safetensors,               \
                                                parameter_files::name##_npz,                       \
                                                parameter_files::name##_pt, parameter_files::name)
    CTNN_COMPARES(mlp);
    CTNN_COMPARES(image);
    CTNN_COMPARES(sequence);
    CTNN_COMPARES(gru, , networks::of_gru);
    CTNN_COMPARES(lstm, , networks::of_rnn);
    CTNN_COMPARES(rnn, , networks::of_rnn);
    CTNN_COMPARES(bidirectional, , networks::of_rnn);
    compare_formats<networks::row_of_an_image>(parameter_files::row_of_an_image_safetensors,
                                               parameter_files::row_of_an_image_npz,
                                               parameter_files::row_of_an_image_pt);
}

// At compile time, too.
static_assert(ctnn::imported_parameters<networks::mlp, parameter_files::mlp_npz> ==
              ctnn::imported_parameters<networks::mlp, parameter_files::mlp_safetensors>);
static_assert(ctnn::imported_parameters<networks::mlp, parameter_files::mlp_pt> ==
              ctnn::imported_parameters<networks::mlp, parameter_files::mlp_safetensors>);
static_assert(
    ctnn::imported_parameters<networks::gru, parameter_files::gru_pt, networks::of_gru> ==
    ctnn::imported_parameters<networks::gru, parameter_files::gru_safetensors, networks::of_gru>);
