// Networks from ONNX files, by the compiler and at run time: prints their parameters' bits (imported.cmake).
#include "conv_flatten_dense.hpp" // made by ctnn_embed, as those that follow
#include "gemm_in_double.hpp"
#include "lstm_node_bidirectional.hpp"

#include <bit>
#include <cstdint>
#include <cstdio>
#include <ctnn/ctnn.hpp>
#include <ctnn/import/onnx.hpp>
#include <ctnn/tensor/detail/members.hpp>

namespace {

template <auto const& File>
bool print(ctnn::text_view file) {
    using model = ctnn::onnx::network<File>;
    auto const loaded = ctnn::onnx::read<model>(file);
    if (!(loaded.ok() && loaded.network == ctnn::onnx::imported<File>))
        return false;
    ctnn::detail::for_each_block(
        [](auto block) {
            for (std::size_t i = 0; i < decltype(block)::size; ++i)
                std::printf("%08lx ", static_cast<unsigned long>(
                                          std::bit_cast<std::uint32_t>(block.data[i])));
        },
        loaded.network);
    std::printf("\n");
    return true;
}

} // namespace

int main() {
    return print<gemm_in_double>(gemm_in_double) && print<conv_flatten_dense>(conv_flatten_dense) &&
                   print<lstm_node_bidirectional>(lstm_node_bidirectional)
               ? 0
               : 1;
}
