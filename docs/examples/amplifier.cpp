// A gru learns an amplifier: a tone control before and after a stage that distorts. It learns from chunks of one long
// recording, by truncated backpropagation through time. Then it runs sample by sample, as in a plug-in.

#include <array>
#include <cstddef>
#include <cstdio>
#include <ctnn/ctnn.hpp>

using namespace ctnn;

// The amplifier: a one-pole filter, an off-centre tanh, and another filter.
struct amplifier {
    float tone = 0, out = 0;

    constexpr float operator()(float x) {
        tone += 0.4f * (x - tone);
        float const driven = math::tanh(4 * tone + 0.3f) - math::tanh(0.3f);
        out += 0.7f * (driven - out);
        return out;
    }
};

// A guitar of sorts: decaying strings, plucked at random.
constexpr std::size_t sample_count = 8192, chunk = 64;
struct recording {
    std::array<float, sample_count> input{}, output{};
};
recording record(std::uint32_t seed) {
    recording made;
    random::mt19937 generator(seed);
    auto const draw = [&generator] { return static_cast<float>(generator()) * 0x1p-32f; };
    amplifier amp;
    float phase = 0, pitch = 0, loudness = 0;
    for (std::size_t t = 0; t < sample_count; ++t) {
        if (t % 512 == 0)
            pitch = 0.02f + 0.1f * draw(), loudness = draw();
        phase += pitch;
        loudness *= 0.998f;
        made.input[t] =
            loudness * (math::sin(6.2831853f * phase) + 0.3f * math::sin(18.849556f * phase));
        made.output[t] = amp(made.input[t]);
    }
    return made;
}

using model = network<float, input<chunk, 1>, gru<8>, over_time<dense<1>>>;
using live = stream_of<model>;

// The field's error-to-signal ratio: the energy of the error, divided by that of the signal.
template <class Next>
double error_to_signal(recording const& made, Next const& next) {
    double error = 0, signal = 0;
    for (std::size_t t = 0; t < sample_count; ++t) {
        double const wanted = static_cast<double>(made.output[t]);
        double const apart = static_cast<double>(next(made.input[t])) - wanted;
        error += apart * apart;
        signal += wanted * wanted;
    }
    return error / signal;
}

template <std::size_t Size>
std::array<float, Size> part(std::array<float, sample_count> const& all, std::size_t first) {
    std::array<float, Size> some{};
    for (std::size_t i = 0; i < Size; ++i)
        some[i] = all[first + i];
    return some;
}

// [train]
constexpr cosine_decay<adam> optimizer{.optimizer = {.learning_rate = 0.02},
                                       .steps = 40 * sample_count / chunk};
using learner = learner_of<model, decltype(optimizer)>;

void learn_an_epoch(learner& result, recording const& made) {
    model::state state; // zero at the start of the recording
    for (std::size_t t = 0; t < sample_count; t += chunk) {
        auto const x = part<chunk>(made.input, t);
        auto const wanted = part<chunk>(made.output, t);
        // Starts from `state` and leaves the state after the chunk in it.
        auto const back = backpropagate(result.network, mean_squared_error{}, state, x, wanted);
        apply_gradient(result, optimizer, back.gradient);
    }
}
// [train]

int main() {
    recording const training = record(1), unseen = record(2);
    learner result{initialize<model>(glorot_uniform{}, 1)};
    for (int epoch = 0; epoch < 40; ++epoch)
        learn_an_epoch(result, training);

    live const net = streamed(result.network);
    auto const rest = settled(net, {0}, 500); // of silence
    live::state state = rest.state;
    double const ratio = error_to_signal(unseen, [&](float x) { return net.step(state, {x})[0]; });

    // Sample by sample it gives the bits of the sequence.
    live::state of_steps;
    model::state of_chunks;
    std::size_t differ = 0;
    for (std::size_t t = 0; t < sample_count; t += chunk) {
        auto const y = result.network.steps(of_chunks, part<chunk>(unseen.input, t));
        for (std::size_t i = 0; i < chunk; ++i)
            differ += net.step(of_steps, {unseen.input[t + i]})[0] != y[i];
    }

    // The first sample of silence: from zero, and from rest.
    live::state zero, at_rest = rest.state;
    float const click = net.step(zero, {0})[0] - rest.output[0];
    float const click_at_rest = net.step(at_rest, {0})[0] - rest.output[0];
    std::printf("%zu parameters, error to signal: %.5f\n", live::parameter_count, ratio);
    std::printf("%zu of %zu samples differ from those of the sequence\n", differ, sample_count);
    std::printf("a click of %.4f at the first sample from zero, of %.4f from rest\n",
                static_cast<double>(math::abs(click)),
                static_cast<double>(math::abs(click_at_rest)));
}
