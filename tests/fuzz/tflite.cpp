// .tflite files: whatever the bytes are, the reader comes to an end soon, what it plans to read lies within the file, and
// what it loads is finite.

#include <cstddef>
#include <cstdint>
#include <ctime>
#include <memory>

#include <ctnn/ctnn.hpp>
#include <ctnn/import/tflite.hpp>
#include <ctnn/math/is_finite.hpp>
#include <ctnn/tensor/detail/members.hpp>

#include "expect.hpp"

namespace {

using namespace ctnn;
using ctnn::detail::parameter_block;

// What the compiler would make of a file.
void plan(text_view file) {
    constexpr std::size_t nodes = 32, steps = 64;
    auto const made = std::make_unique<tflite::detail::plan<steps>>(
        tflite::detail::read_plan<nodes, steps>(file.data(), file.size()));
    expect(text_view(made->found.message()).size() > 10, "a problem has no message");
    expect(made->count <= steps, "there are more steps than their table holds");
    if (made->found)
        return;
    expect(made->count > 0 && made->output.size() > 0, "a network has no layer or no output");
    for (std::size_t i = 0; i < made->count; ++i)
        for (std::size_t b = 0; b < made->steps[i].block_count; ++b) {
            parameter_block const& block = made->steps[i].blocks[b];
            bool const is_constant = block.source == parameter_block::sources::constant;
            expect(is_constant || block.end() <= file.size(), "weights lie beyond the file");
            expect(block.size() > 0, "a layer has no weights");
        }
}

// A file as one of this network.
template <class... Layers>
void read(text_view file) {
    using model = ctnn::network<float, Layers...>;
    auto const loaded = std::make_unique<tflite::read_result<model>>(tflite::read<model>(file));
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
    read<input<4>, dense<8, relu>, dense<3, softmax>>(file);
    read<input<12, 3>, conv1d<5, kernel_size<4>, relu>, max_pool<kernel_size<2>>,
         over_time<dense<3, relu>>, global_average_pool>(file);
    std::clock_t const took = std::clock() - start;
    expect(took < CLOCKS_PER_SEC, "reading takes long");
    return 0;
}
