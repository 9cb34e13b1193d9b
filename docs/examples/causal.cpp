// A network of dilated causal convolutions with gates, as in WaveNet, learns the sound of an overdriven amplifier. Then it
// runs sample by sample, with the bits of the whole sequence.

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <ctnn/ctnn.hpp>
#include <vector>

using namespace ctnn;

// [model]
// Two causal convolutions, of which one is a gate for the other; their product is added to the block's input.
template <std::size_t Distance>
using block = residual<
    parallel<multiplied, conv1d<4, kernel_size<2>, dilation<Distance>, padding_causal, ctnn::tanh>,
             conv1d<4, kernel_size<2>, dilation<Distance>, padding_causal, sigmoid>>,
    over_time<dense<4>>>;

using model = network<float, input<64, 1>, over_time<dense<4>>, block<1>, block<2>, block<4>,
                      over_time<dense<1>>>; // each output sees 8 steps
using live = stream_of<model>;              // network<float, input<1>, ...>
// [model]

namespace {

// The amplifier: a low-pass filter, overdriven.
using signal = sample<model::input_type, model::output_type>;
signal overdriven(std::uint32_t seed) {
    signal one;
    random::mt19937 generator(seed);
    float low = 0;
    for (std::size_t t = 0; t < 64; ++t) {
        one.input[t] = static_cast<float>(generator() % 2001) / 1000 - 1;
        low += 0.5f * (one.input[t] - low);
        one.target[t] = ctnn::tanh::value(3 * low);
    }
    return one;
}

} // namespace

int main() {
    std::vector<signal> signals;
    for (std::uint32_t seed = 1; seed <= 64; ++seed)
        signals.push_back(overdriven(seed));
    auto const start = initialize<model>(glorot_uniform{}, 1);
    auto const result =
        train(start, mean_squared_error{}, adam{.learning_rate = 0.01}, signals, {.epochs = 30});
    signal const unseen = overdriven(100);
    mean_squared_error const loss;
    std::printf("mean squared error of an unseen signal: %.3f before, %.4f after\n",
                static_cast<double>(ctnn::loss(start, loss, unseen.input, unseen.target)),
                static_cast<double>(ctnn::loss(result.network, loss, unseen.input, unseen.target)));

    // [stream]
    live const effect = streamed(result.network);
    live::state state; // the last steps of each convolution
    auto const whole = result.network(unseen.input);
    std::size_t equal = 0;
    for (std::size_t t = 0; t < 64; ++t)
        equal += effect.step(state, {unseen.input[t]})[0] == whole[t];
    // [stream]
    std::printf("%zu of 64 samples have the same bits, with %zu bytes of state\n", equal,
                footprint<live>.state_bytes);
    return equal == 64 ? 0 : 1;
}
