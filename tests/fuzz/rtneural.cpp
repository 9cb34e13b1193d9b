// Model files of RTNeural: whatever the text is, the reader comes to an end soon, and what it loads is finite.

#include <cstddef>
#include <cstdint>
#include <ctime>
#include <memory>

#include <ctnn/ctnn.hpp>
#include <ctnn/import/rtneural.hpp>
#include <ctnn/math/is_finite.hpp>
#include <ctnn/tensor/detail/members.hpp>

#include "expect.hpp"

namespace {

using namespace ctnn;

template <class Network>
void read(text_view file) {
    auto const loaded =
        std::make_unique<rtneural::read_result<Network>>(rtneural::read<Network>(file));
    expect(text_view(loaded->problem().message()).size() > 10, "a problem has no message");
    if (loaded->ok())
        ctnn::detail::for_each_block(
            [](auto block) {
                for (std::size_t i = 0; i < decltype(block)::size; ++i)
                    expect(math::is_finite(block.data[i]), "a weight is not finite");
            },
            loaded->network);
    else
        expect(loaded->network == Network{}, "something is loaded with a problem");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* bytes, std::size_t size) {
    text_view const file(reinterpret_cast<char const*>(bytes), size);
    std::clock_t const start = std::clock(); // of this process: others may take the machine
    read<network<float, input<1>, residual<lstm<4>, dense<1>>>>(file);
    read<network<float, input<2>, dense<3, ctnn::tanh>, lstm<3>, gru<2>, dense<1, sigmoid>>>(file);
    read<network<float, input<2>,
                 conv1d<4, kernel_size<3>, dilation<2>, padding_causal, groups<2>, ctnn::tanh>,
                 basic_batch_norm<0.25>, prelu, conv1d<2, kernel_size<1>, padding_causal>,
                 basic_batch_norm<0.25>, prelu, dense<1>>>(file);
    std::clock_t const took = std::clock() - start;
    expect(took < CLOCKS_PER_SEC, "reading takes long");
    return 0;
}
