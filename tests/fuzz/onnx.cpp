// ONNX files and recorded tensors: whatever the bytes are, the reader comes to an end soon, what it plans to read lies within
// the file, and what it loads is finite.

#include <cstddef>
#include <cstdint>
#include <ctime>
#include <memory>

#include <ctnn/ctnn.hpp>
#include <ctnn/import/onnx.hpp>
#include <ctnn/math/is_finite.hpp>
#include <ctnn/tensor/detail/members.hpp>

#include "expect.hpp"

namespace {

using namespace ctnn;
using ctnn::detail::parameter_block;

bool is_within(text_view part, text_view file) {
    return part.size() == 0 ||
           (part.begin() >= file.begin() && part.end() <= file.end() && part.size() <= file.size());
}

void expect_whole(onnx::problem const& found, text_view file) {
    expect(is_within(found.node, file) && is_within(found.operator_name, file),
           "a problem's words are not the file's");
    expect(text_view(found.message()).size() > 10, "a problem has no message");
}

// What the compiler would make of a file.
void plan(text_view file) {
    constexpr std::size_t room = 64;
    auto const made = std::make_unique<onnx::detail::plan<room>>(
        onnx::detail::read_plan<room, room, room>(file.data(), file.size()));
    expect_whole(made->found, file);
    expect(made->count <= room, "there are more steps than room");
    if (made->found)
        return;
    expect(made->count > 0 && made->output.size() > 0, "a network has no layer or no output");
    for (std::size_t i = 0; i < made->count; ++i)
        for (std::size_t b = 0; b < made->steps[i].block_count; ++b) {
            parameter_block const block =
                made->steps[i].blocks[b].of_part(made->steps[i].part_count - 1);
            bool const is_constant = block.source == parameter_block::sources::constant;
            expect(is_constant || block.in_another_file || block.end() <= file.size(),
                   "weights lie beyond the file");
            expect(block.size() > 0, "a layer has no weights");
        }
}

// A file as one of this network.
template <class... Layers>
void read(text_view file) {
    using model = ctnn::network<float, Layers...>;
    auto const loaded = std::make_unique<onnx::read_result<model>>(onnx::read<model>(file));
    expect_whole(loaded->problem(), file);
    expect(loaded->ok() == !loaded->problem(), "a result with a problem is ok");
    if (loaded->ok())
        ctnn::detail::for_each_block(
            [](auto block) {
                for (std::size_t i = 0; i < decltype(block)::size; ++i)
                    expect(math::is_finite(block.data[i]), "a weight is not finite");
            },
            loaded->network);
    else
        expect(loaded->network == model{}, "something is loaded with a problem");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* bytes, std::size_t size) {
    text_view const file(reinterpret_cast<char const*>(bytes), size);
    std::clock_t const start = std::clock(); // of this process: others may take the machine
    plan(file);
    read<input<4>, dense<8, ctnn::tanh>, dense<8, relu>, dense<3, softmax>>(file);
    read<input<4, 2>, gru<3>, last_step, dense<2>>(file);
    read<input<4, 2>, bidirectional<lstm<3>>>(file);
    read<input<5, 6, 1>, conv2d<3, kernel_size<3, 3>, relu>, dense<4>>(file);
    read<input<2, 3, 2>, conv2d_transpose<2, kernel_size<2, 2>, strides<2, 2>>, upsample<2, 1>,
         ctnn::clamp<-1, 2>, batch_norm>(file);
    (void)onnx::detail::read_recorded(file);
    std::clock_t const took = std::clock() - start;
    expect(took < CLOCKS_PER_SEC, "reading takes long");
    return 0;
}
