// Files of parameters: whatever the bytes are, the reader comes to an end soon, and what it loads is finite.

#include <cstddef>
#include <cstdint>
#include <ctime>
#include <memory>

#include <ctnn/ctnn.hpp>
#include <ctnn/import/parameters.hpp>
#include <ctnn/math/is_finite.hpp>
#include <ctnn/tensor/detail/members.hpp>

#include "expect.hpp"

namespace {

using namespace ctnn;

template <class Network, class... Options>
void read(text_view file) {
    auto const loaded = std::make_unique<parameter_file_result<Network>>(
        read_parameters<Network, Options...>(file));
    expect(text_view(loaded->problem().message()).size() > 10, "a problem has no message");
    if (loaded->ok())
        ctnn::detail::for_each_block(
            [](auto block) {
                for (std::size_t i = 0; i < decltype(block)::size; ++i)
                    expect(math::is_finite(block.data[i]), "a parameter is not finite");
            },
            loaded->network);
    else
        expect(loaded->network == Network{}, "something is loaded with a problem");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* bytes, std::size_t size) {
    text_view const file(reinterpret_cast<char const*>(bytes), size);
    std::clock_t const start = std::clock(); // of this process: others may take the machine
    read<network<float, input<4>, dense<5, relu>, dense<5>, dense<4, ctnn::tanh>,
                 dense<3, softmax>>>(file);
    read<network<float, input<5, 3>, lstm<4>, last_step, dense<2>>, layer_names<"rnn", "head">>(
        file);
    read<network<float, input<3, 2, 2>, flatten, batch_norm, prelu, dense<2>>>(file);
    read<network<float, input<3>, dense<2>>, half_precision>(file);
    std::clock_t const took = std::clock() - start;
    expect(took < CLOCKS_PER_SEC, "reading takes long");
    return 0;
}
