#pragma once

// Files of tests/import/models: frameworks and the script tests/oracles/onnx_models.py made them, onnxruntime gave the
// outputs.
#include <ctnn/ctnn.hpp>
#include <ctnn/import/onnx.hpp>

#include "onnx_models.hpp" // made by embed_folder.cmake

// The compiler imports the file, its network gives the recorded outputs, and read at run time it is the same one.
#define CTNN_AGREES(name)                                                                          \
    static_assert(ctnn::onnx::agrees<ctnn::onnx::imported<models::name>, models::name##_input,     \
                                     models::name##_output>(1e-5));                                \
    TEST_CASE("The model " #name " is the same at run time", "[import]") {                         \
        auto const loaded = ctnn::onnx::read<ctnn::onnx::network<models::name>>(models::name);     \
        REQUIRE(loaded.ok());                                                                      \
        CHECK(loaded.network == ctnn::onnx::imported<models::name>);                               \
    }
// The file is refused for a reason that is one.
#define CTNN_REFUSES(name, expected)                                                               \
    static_assert(ctnn::onnx::detail::problem_of<models::name>.kind ==                             \
                  ctnn::onnx::problem::kinds::expected)
