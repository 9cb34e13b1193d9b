// Checkpoints of proofs: whatever the bytes are, they are a state of this proof or a problem with its line. A state that was
// read is within the proof's box, and written out it is read as the same one. Bytes without a digest after them get the right
// one, so that more than digests is tried.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include <ctnn/activation/relu.hpp>
#include <ctnn/host/detail/checkpoint.hpp>
#include <ctnn/layer/dense.hpp>
#include <ctnn/network/network.hpp>

#include "expect.hpp"

namespace {

namespace host = ctnn::host;
using model = ctnn::network<float, ctnn::input<2>, ctnn::dense<3, ctnn::relu>, ctnn::dense<1>>;
using state_type = host::detail::proof_state<model>;
constexpr std::uint64_t problem = 0x1234;
constexpr ctnn::box<float, 2> whole{{-1, -1}, {1, 1}};

void check(state_type const& state) {
    double all = state.share + state.given_up_share;
    for (auto const& part : state.open) {
        expect(part.region.in.is_valid() && whole.contains(part.region.in.lower) &&
                   whole.contains(part.region.in.upper),
               "a box is not within that of the proof");
        expect(part.share >= 0 && part.share <= 1, "a box is no share of the whole");
        all += part.share;
    }
    expect(all > 0.999 && all < 1.001, "the boxes are not the whole");
    expect(state.margin >= 0, "the margin is below 0");
    expect(!state.counterexample || whole.contains(*state.counterexample),
           "the counterexample is not within the box of the proof");
    auto const text = host::detail::checkpoint_text(state, problem);
    state_type again;
    expect(!host::detail::read_checkpoint(text, problem, whole, again),
           "what was read can not be written");
    for (std::size_t k = 0; k < state.open.size(); ++k)
        for (std::size_t i = 0; i < state.open[k].region.phases.size; ++i)
            expect(again.open[k].region.phases.of(i) == state.open[k].region.phases.of(i),
                   "a relu has another phase when it was written");
    expect(host::detail::checkpoint_text(again, problem) == text,
           "what was read and written is another state");
}

void read(std::string const& text) {
    state_type state;
    if (auto const found = host::detail::read_checkpoint(text, problem, whole, state))
        expect(state.open.empty() && !state.counterexample && !found.message().empty(),
               "a problem has a state, or no reason");
    else
        check(state);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* bytes, std::size_t size) {
    std::string text(reinterpret_cast<char const*>(bytes), size);
    read(text);
    host::detail::digest sum;
    sum.add(text);
    read(text + "end " + host::detail::hex(sum.value()) + "\n");
    return 0;
}
